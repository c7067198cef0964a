package dev.orgbench.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who used the API, when, and what the org told of it. */
class LedgerTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Cause SOQL = new Cause("demo", null, "SOQL");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sumsUpByServerAndTool(boolean kept) {
        try (Trace trace = trace(kept, NOON)) {
            call(trace, "demo", "RevOps", "list_x", 2);
            call(trace, "demo", "RevOps", "list_x", 1);
            call(trace, "demo", "RevOps", "free", 0);
            call(trace, "other", "Acme", "list_x", 9);
            trace.begin("demo", "RevOps", "c", "tools/list", null, "{}").answered(null, 200, "{}", "x");
            trace.recording("demo", "SOQL").record(exchange(NOON, 7));

            assertThat(trace.ledger().totals("demo", NOON))
                    .containsExactly(
                            new Use(NOON, new Cause("demo", "RevOps", "list_x"), 2, 3),
                            new Use(NOON, SOQL, 0, 1),
                            new Use(NOON, new Cause("demo", "RevOps", "free"), 1, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void countsInStretchesOfTime(boolean kept) {
        try (Trace trace = trace(kept, NOON)) {
            Recording own = trace.recording("demo", "SOQL");
            own.record(exchange(NOON.minus(Duration.ofHours(2)), 1));
            own.record(exchange(NOON.plusSeconds(10), 2));
            own.record(exchange(NOON.plus(Duration.ofMinutes(20)), 3));
            own.record(exchange(NOON.plus(Duration.ofMinutes(65)), 4));

            Ledger ledger = trace.ledger();
            assertThat(ledger.uses("demo", NOON, Duration.ofHours(1)))
                    .containsExactly(new Use(NOON, SOQL, 0, 2), new Use(NOON.plusSeconds(3600), SOQL, 0, 1));
            assertThat(ledger.uses("demo", NOON.plusSeconds(70), Duration.ofMinutes(5)))
                    .extracting(Use::from)
                    .containsExactly(NOON, NOON.plusSeconds(1200), NOON.plusSeconds(3900));
            assertThat(ledger.levels("demo", NOON))
                    .extracting(level -> level.use().used())
                    .containsExactly(2L, 3L, 4L);
            assertThat(ledger.levels("elsewhere", NOON)).isEmpty();
        }
    }

    @Test
    void countsGoOnAfterARestart() {
        try (Trace trace = trace(true, NOON)) {
            call(trace, "demo", "RevOps", "list_x", 1);
        }
        try (Trace trace = trace(true, NOON)) {
            call(trace, "demo", "RevOps", "list_x", 2);
            assertThat(trace.ledger().totals("demo", NOON))
                    .containsExactly(new Use(NOON, new Cause("demo", "RevOps", "list_x"), 2, 3));
        }
    }

    @Test
    void whatIsOlderThanEightDaysGoes() {
        try (Trace trace = trace(true, NOON)) {
            call(trace, "demo", "RevOps", "list_x", 1);
        }
        Instant later = NOON.plus(Duration.ofDays(9));
        try (Trace trace = trace(true, later)) {
            trace.recording("demo", "SOQL").record(exchange(later, 1));
            assertThat(trace.ledger().totals("demo", NOON.minusSeconds(1)))
                    .extracting(Use::who)
                    .containsExactly(SOQL);
        }
    }

    private Trace trace(boolean kept, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return kept ? Trace.open(folder.resolve("trace.db"), clock) : new Trace(clock);
    }

    private static void call(Trace trace, String org, String server, String tool, int requests) {
        Trace.Open call = trace.begin(org, server, "c", "tools/call", tool, "{}");
        for (int i = 0; i < requests; i++) {
            call.record(exchange(NOON, i));
        }
        call.answered(null, 200, "{}", "ok");
    }

    private static Exchange exchange(Instant at, long used) {
        return new Exchange(
                0, at, Duration.ZERO, "GET", "http://o/", List.of(), "", 200, HistoryTest.limits(used), "", null);
    }
}
