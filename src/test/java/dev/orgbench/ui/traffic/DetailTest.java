package dev.orgbench.ui.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.FakeWorkbench;
import dev.orgbench.ui.kit.JsonText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetailTest {
    private static final Instant ZERO = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void limitsTellTheUseBeforeAndAfter_andWhatTheClientWasTold() throws Exception {
        FakeWorkbench fake = FakeWorkbench.create();
        fake.server().call("c", "list_all_salesforce_limits", JsonText.parseObject("{}"));

        Detail detail = DetailModel.read(fake.trace(), 1).orElseThrow();

        assertThat(detail.limits().toClient())
                .containsExactly(
                        new Limits.Told("ratelimit-limit", "15000"), new Limits.Told("ratelimit-remaining", "14861"));
        assertThat(detail.limits().use()).contains(new Limits.Use(138, 139, 15_000, 1));
        assertThat(detail.limits().use().orElseThrow().words()).isEqualTo("138 → 139 of 15,000");
    }

    @Test
    void anExchangeOfTheWindowIsItsOwnDetail_andWhatIsNotThereIsEmpty() {
        Trace trace = new Trace(Clock.systemUTC());
        trace.recording("demo", "SOQL").record(exchange(0, 5, "GET", ""));

        assertThat(DetailModel.read(trace, 1).orElseThrow().exchanges()).hasSize(1);
        assertThat(DetailModel.read(trace, 1).orElseThrow().message()).isEmpty();
        assertThat(DetailModel.read(trace, 99)).isEmpty();
    }

    @Test
    void timeIsSplitIntoBefore_upstream_andAfter_requestsSideBySideOnce() {
        Times times = Times.of(
                ZERO, Duration.ofMillis(100), List.of(exchange(10, 30, "GET", ""), exchange(20, 40, "GET", "")));

        assertThat(times.queue()).isEqualTo(Duration.ofMillis(10));
        assertThat(times.upstream()).isEqualTo(Duration.ofMillis(50));
        assertThat(times.ours()).isEqualTo(Duration.ofMillis(40));
        assertThat(times.place(exchange(20, 40, "GET", ""))).isEqualTo(0.2);
        assertThat(times.words(true))
                .isEqualTo("100 ms: 10 ms before the first request, 50 ms Salesforce, 40 ms after");
    }

    @Test
    void withoutRequestsAllTimeIsOurs_andClocksThatDifferGiveNothingBelowZero() {
        assertThat(Times.of(ZERO, Duration.ofMillis(3), List.of()).ours()).isEqualTo(Duration.ofMillis(3));
        Times odd = Times.of(ZERO, Duration.ofMillis(5), List.of(exchange(-2, 30, "GET", "")));
        assertThat(odd.queue()).isZero();
        assertThat(odd.ours()).isZero();
    }

    @Test
    void aRequestIsCopiedAsACommandThatAShellReadsBack() {
        assertThat(Curl.of(exchange(0, 1, "POST", "{\"a\":\"it's\"}")))
                .isEqualTo(
                        "curl -X POST 'http://127.0.0.1:7421/x?q=a'\\''b' \\\n  -H 'Authorization: Bearer ••••' \\\n  --data-raw '{\"a\":\"it'\\''s\"}'");
    }

    private static Exchange exchange(long startMillis, long tookMillis, String method, String body) {
        return new Exchange(
                0,
                ZERO.plusMillis(startMillis),
                Duration.ofMillis(tookMillis),
                method,
                "http://127.0.0.1:7421/x?q=a'b",
                List.of(new Exchange.Header("Authorization", "Bearer ••••")),
                body,
                200,
                List.of(),
                "{}",
                null);
    }
}
