package dev.orgbench.ui.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.trace.ApiUse;
import dev.orgbench.trace.Cause;
import dev.orgbench.trace.Use;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the chart is made of: bars, marks, the words of the warning. */
class StacksTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration HALF = Duration.ofMinutes(30);

    @Test
    void requestsStandInTheirBarAndSeries() {
        Stacks stacks = Stacks.of(
                List.of(
                        use(NOON, "a", 2),
                        use(NOON.plus(HALF), "b", 5),
                        use(NOON.plus(HALF), "a", 1),
                        use(NOON, "none", 0)),
                use -> use.who().name(),
                NOON,
                HALF,
                3);

        assertThat(stacks.series()).containsExactly("b", "a");
        assertThat(stacks.bars())
                .extracting(Stacks.Bar::requests)
                .containsExactly(List.of(0L, 2L), List.of(5L, 1L), List.of(0L, 0L));
        assertThat(stacks.highest()).isEqualTo(6);
        assertThat(stacks.total()).isEqualTo(8);
    }

    @Test
    void manySeriesAreSummedUpInALastOne() {
        List<Use> uses = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            uses.add(use(NOON, "tool" + i, 100 - i));
        }
        Stacks stacks = Stacks.of(uses, use -> use.who().name(), NOON, HALF, 1);

        assertThat(stacks.series()).hasSize(6).startsWith("tool0", "tool1").endsWith(Stacks.REST);
        assertThat(stacks.total())
                .isEqualTo(uses.stream().mapToLong(Use::requests).sum());
    }

    @Test
    void whatLiesOutsideTheRangeIsLeftOut() {
        Stacks stacks = Stacks.of(
                List.of(use(NOON.minusSeconds(1), "a", 2), use(NOON.plus(HALF), "a", 2)), use -> "x", NOON, HALF, 1);

        assertThat(stacks.total()).isZero();
    }

    @Test
    void linesStandAtRoundValues() {
        assertThat(Scale.values(0)).containsExactly(0L, 1L);
        assertThat(Scale.values(1)).containsExactly(0L, 1L);
        assertThat(Scale.values(7)).containsExactly(0L, 2L, 4L, 6L, 8L);
        assertThat(Scale.values(15_000)).containsExactly(0L, 5_000L, 10_000L, 15_000L);
        assertThat(Scale.values(1_234_567_890_123L)).hasSizeBetween(2, 6);
        assertThat(Scale.label(9_999)).isEqualTo("9,999");
        assertThat(Scale.label(12_500)).isEqualTo("12.5k");
        assertThat(Scale.label(2_000_000)).isEqualTo("2M");
    }

    @Test
    void theLastBarHoldsNow() {
        for (Range range : Range.values()) {
            Instant from = range.from(NOON);
            assertThat(from.plus(range.stretch().multipliedBy(range.bars()))).isAfter(NOON);
            assertThat(from.plus(range.stretch().multipliedBy(range.bars() - 1)))
                    .isBeforeOrEqualTo(NOON);
        }
        assertThat(Scale.times(Range.DAY, NOON, NOON.plus(Duration.ofHours(9)), ZoneOffset.UTC))
                .extracting(Scale.Mark::label)
                .containsExactly("12:00", "16:00", "20:00");
        assertThat(Scale.times(Range.WEEK, NOON, NOON.plus(Duration.ofDays(2)), ZoneOffset.UTC))
                .extracting(Scale.Mark::label)
                .containsExactly("Mon 23", "Tue 24");
    }

    @Test
    void theWarningTellsWhenAndWho() {
        List<Use> totals = List.of(
                new Use(NOON, new Cause("demo", "ChatGPT", "query"), 9, 9_000),
                new Use(NOON, new Cause("demo", "ChatGPT", "describe"), 1, 120),
                new Use(NOON, new Cause("demo", null, "SOQL"), 0, 318));

        assertThat(Warning.of(new ApiUse(12_408, 15_000), Optional.of(NOON), totals, ZoneOffset.UTC))
                .contains(new Warning(
                        "12,408 of 15,000 used.",
                        "At this pace the day runs out at 12:00. ChatGPT made 9,120 of them, mostly query."));
        assertThat(Warning.of(new ApiUse(12_408, 15_000), Optional.empty(), List.of(), ZoneOffset.UTC))
                .get()
                .extracting(Warning::text)
                .isEqualTo("At this pace it will not run out, but little is left. Orgbench made none of them.");
        assertThat(Warning.of(new ApiUse(15_001, 15_000), Optional.of(NOON), List.of(), ZoneOffset.UTC))
                .get()
                .extracting(Warning::text)
                .asString()
                .startsWith("The day is used up");
        assertThat(Warning.of(new ApiUse(142, 15_000), Optional.empty(), totals, ZoneOffset.UTC))
                .isEmpty();
        assertThat(Warning.of(new ApiUse(0, 0), Optional.empty(), totals, ZoneOffset.UTC))
                .isEmpty();
    }

    private static Use use(Instant at, String name, long requests) {
        return new Use(at, new Cause("demo", null, name), 0, requests);
    }
}
