package dev.orgbench.ui.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.salesforce.OrgLimit;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.ByHand;
import dev.orgbench.ui.kit.HeaderMeaning;
import dev.orgbench.ui.kit.SameThread;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitsModelTest {
    private final SetClock clock = new SetClock();
    private final Trace trace = new Trace(clock);
    private final ByHand feed = new ByHand();
    private final LimitedOrg org = new LimitedOrg();
    private LimitsModel model;

    @BeforeEach
    void open() {
        model = new LimitsModel(org.org(), trace, new SameThread(), feed, clock);
    }

    @AfterEach
    void close() {
        model.close();
        org.close();
    }

    @Test
    void nothingIsAskedBeforeSomebodyWantsIt() {
        model.readUse();
        model.tick();

        assertThat(org.asked()).isZero();
        assertThat(model.limitsProperty().get()).isNull();
        assertThat(model.useProperty().get()).isNotNull();
    }

    @Test
    void limitsComeWorstFirstForOneRequestThatIsItselfCounted() {
        model.refresh();

        assertThat(org.asked()).isEqualTo(1);
        assertThat(model.shown())
                .extracting(OrgLimit::name)
                .startsWith("FileStorageMB", "DailyApiRequests", "DataStorageMB", "DailyBulkApiBatches")
                .endsWith("HourlyDashboardStatuses", "PrivateConnectOutboundCalloutHourlyLimitMB");
        assertThat(model.askedProperty().get()).isEqualTo(clock.instant());
        assertThat(model.useProperty().get().totals())
                .singleElement()
                .satisfies(use -> assertThat(use.who().name()).isEqualTo("Limits"));
    }

    @Test
    void theFilterLooksThroughBothNames() {
        model.refresh();
        model.filterProperty().set(" storage ");
        assertThat(model.shown()).hasSize(2);
        model.filterProperty().set("dailyapireq");
        assertThat(model.shown()).extracting(OrgLimit::label).containsExactly("API requests, rolling 24 h");
        model.filterProperty().set("(.*[");
        assertThat(model.shown()).isEmpty();
    }

    @Test
    void aRefusalKeepsWhatWasKnownAndTellsWhatToDo() {
        model.refresh();
        org.answer = LimitedOrg.refusal();
        model.refresh();

        assertThat(model.limitsProperty().get()).isNotEmpty();
        assertThat(model.problemProperty().get()).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("REQUEST_LIMIT_EXCEEDED");
            assertThat(problem.advice()).contains("24 hours old");
        });
        org.answer = LimitedOrg.limits(5);
        model.refresh();
        assertThat(model.problemProperty().get()).isNull();
    }

    @Test
    void anOrgThatIsGoneIsAProblemAndNotAnException() {
        org.close();
        model.refresh();

        assertThat(model.problemProperty().get()).isNotNull();
        assertThat(model.loadingProperty().get()).isFalse();
    }

    @Test
    void theNewestAnswerShowsItsHeadersAsTheyCameAndAsAClientGetsThem() {
        trace.recording("demo", "SOQL").record(LimitedOrg.counted(clock.instant(), 100));
        trace.recording("other", "SOQL").record(LimitedOrg.counted(clock.instant(), 7));
        feed.runAll();

        assertThat(model.lastAnswerProperty().get()).satisfies(answer -> {
            assertThat(answer.cause().name()).isEqualTo("SOQL");
            assertThat(answer.headers())
                    .extracting(HeaderMeaning::name)
                    .containsExactly(
                            "ratelimit-limit",
                            "ratelimit-remaining",
                            "RateLimit",
                            "RateLimit-Policy",
                            "Sforce-Limit-Info");
            assertThat(answer.headers())
                    .extracting(HeaderMeaning::value)
                    .containsExactly(
                            "15000", "14900", "\"daily\";r=14900", "\"daily\";q=15000;w=86400", "api-usage=100/15000");
            assertThat(answer.headers()).noneMatch(header -> header.meaning().isEmpty());
        });
    }

    @Test
    void whatWasToldBeforeTheScreenOpenedIsShownToo() {
        Trace.Open call = trace.begin("demo", "s", "c", "tools/call", "list_x", "{}");
        call.record(LimitedOrg.counted(clock.instant(), 55));
        try (LimitsModel later = new LimitsModel(org.org(), trace, new SameThread(), feed, clock)) {
            assertThat(later.lastAnswerProperty().get())
                    .extracting(answer -> answer.cause().name())
                    .isEqualTo("list_x");
        }
    }

    @Test
    void useIsReadAnewAfterSomethingWasCounted() {
        model.readUse();
        UsePicture before = model.useProperty().get();
        model.tick();
        assertThat(model.useProperty().get()).isSameAs(before);

        trace.recording("demo", "SOQL").record(LimitedOrg.counted(clock.instant(), 100));
        feed.runAll();
        model.tick();
        assertThat(model.useProperty().get().requests()).isEqualTo(1);
    }

    @Test
    void theWeekShowsWhatTheDayDoesNot() {
        trace.recording("demo", "SOQL")
                .record(LimitedOrg.counted(clock.instant().minus(Duration.ofDays(3)), 100));
        model.readUse();
        assertThat(model.useProperty().get().requests()).isZero();
        model.rangeProperty().set(Range.WEEK);
        assertThat(model.useProperty().get().requests()).isEqualTo(1);
    }

    @Test
    void theOrgIsAskedByItselfOnlyWhereThatIsWanted() {
        model.refresh();
        clock.now = clock.now.plus(Duration.ofMinutes(20));
        model.tick();
        assertThat(org.asked()).isEqualTo(1);

        model.autoProperty().set(true);
        model.tick();
        model.tick();
        assertThat(org.asked()).isEqualTo(2);
        clock.now = clock.now.plus(LimitsModel.AUTO);
        org.answer = LimitedOrg.refusal();
        model.tick();
        model.tick();
        assertThat(org.asked()).isEqualTo(3);
    }

    @Test
    void aNearEndIsWarnedOf() {
        for (int minute = 60; minute >= 0; minute -= 10) {
            Exchange told =
                    LimitedOrg.counted(clock.instant().minus(Duration.ofMinutes(minute)), 13_000 - minute * 10L);
            trace.recording("demo", "SOQL").record(told);
        }
        model.readUse();

        assertThat(model.warning()).get().satisfies(warning -> {
            assertThat(warning.head()).isEqualTo("13,000 of 15,000 used.");
            assertThat(warning.text()).contains("runs out at 15:").contains("You made 7 of them, mostly SOQL.");
        });
    }

    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T12:03:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
