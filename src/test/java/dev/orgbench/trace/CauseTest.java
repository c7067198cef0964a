package dev.orgbench.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every exchange tells for what it was sent and what the org said of its API use. */
class CauseTest {
    private final Trace trace = new Trace(Clock.systemUTC());

    @Test
    void anExchangeUnderACallTellsServerAndTool() {
        Trace.Open call = trace.begin("demo", "RevOps agent", "ChatGPT", "tools/call", "list_x", "{}");
        call.record(exchange(List.of(new Exchange.Header("sforce-limit-info", "api-usage=25/5000"))));

        Exchange kept = trace.exchanges(call.messageId()).getFirst();
        assertThat(kept.cause()).isEqualTo(new Cause("demo", "RevOps agent", "list_x"));
        assertThat(kept.messageId()).isEqualTo(call.messageId());
        assertThat(kept.id()).isGreaterThan(call.messageId());
        assertThat(kept.apiUse()).contains(new ApiUse(25, 5000));
        assertThat(kept.isCounted()).isTrue();
        assertThat(trace.message(call.messageId()))
                .get()
                .extracting(Message::orgId)
                .isEqualTo("demo");
    }

    @Test
    void workOfTheWindowIsKeptUnderItsPurpose() {
        trace.recording("demo", "SOQL").record(exchange(List.of()));

        assertThat(trace.exchanges(0)).singleElement().satisfies(exchange -> {
            assertThat(exchange.cause()).isEqualTo(new Cause("demo", null, "SOQL"));
            assertThat(exchange.cause().isOwn()).isTrue();
            assertThat(exchange.isCounted()).isFalse();
        });
    }

    @Test
    void ofTheWindowsOwnOnlyTheNewestStay() {
        Recording own = trace.recording("demo", "Objects");
        for (int i = 0; i < Trace.KEPT_OWN + 10; i++) {
            own.record(exchange(List.of()));
        }

        assertThat(trace.exchanges(0)).hasSize(Trace.KEPT_OWN);
        assertThat(trace.exchanges(0).getFirst().id()).isEqualTo(11);
    }

    @Test
    void aQuotaOfOneAppIsNotTheOrgs() {
        assertThat(ApiUse.told("api-usage=25/5000; per-app-api-usage=17/250(appName=sample-app)"))
                .contains(new ApiUse(25, 5000));
        assertThat(ApiUse.told("per-app-api-usage=17/250(appName=sample-app)")).isEmpty();
        assertThat(ApiUse.told("api-usage=9999999999999999999999/1")).isEmpty();
        assertThat(ApiUse.told(null)).isEmpty();
    }

    private static Exchange exchange(List<Exchange.Header> answer) {
        return new Exchange(
                0, Instant.EPOCH, Duration.ZERO, "GET", "http://org/x", List.of(), "", 200, answer, "{}", null);
    }
}
