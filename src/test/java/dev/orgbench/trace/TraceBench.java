package dev.orgbench.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 500 entries a second for a minute: what noting one costs the call, and whether the disk keeps up. */
@Tag("bench")
class TraceBench {
    private static final int A_SECOND = 500;
    private static final int SECONDS = 60;
    private static final int A_CALL = 3;

    @TempDir
    Path folder;

    @Test
    void aMinuteOfManyCalls() throws Exception {
        Path file = folder.resolve("trace.db");
        History history = History.open(file, TraceFile.Bounds.USUAL, Clock.systemUTC());
        int calls = A_SECOND * SECONDS / A_CALL;
        long[] nanos = new long[calls];
        int mostWaiting = 0;
        String body = records();
        try (Trace trace = new Trace(Clock.systemUTC(), history)) {
            long begin = System.nanoTime();
            for (int call = 0; call < calls; call++) {
                LockSupport.parkNanos(begin + call * 1_000_000_000L * A_CALL / A_SECOND - System.nanoTime());
                long from = System.nanoTime();
                Trace.Open open =
                        trace.begin("demo", "Bench", "c", "tools/call", "tool_" + call % 20, "{\"q\":\"SELECT\"}");
                open.record(exchange(body, call));
                open.record(exchange(body, call));
                open.answered(null, 200, body, "20 records");
                nanos[call] = System.nanoTime() - from;
                mostWaiting = Math.max(mostWaiting, history.waiting());
            }
            long toRead = System.nanoTime();
            List<TraceEntry> page = trace.older(Long.MAX_VALUE, 200, TraceQuery.ALL.withText("needle7"));
            long search = System.nanoTime() - toRead;
            toRead = System.nanoTime();
            trace.ledger().totals("demo", Instant.now().minus(Duration.ofDays(1)));
            long totals = System.nanoTime() - toRead;
            System.out.printf(
                    Locale.ROOT,
                    "%,d calls with 2 exchanges each: median %.3f ms, p99 %.3f ms, longest %.1f ms to note a call;"
                            + " %,d entries waited at most; file %,d KB; search %.0f ms for %d; totals %.0f ms%n",
                    calls,
                    at(nanos, 0.5),
                    at(nanos, 0.99),
                    at(nanos, 1),
                    mostWaiting,
                    Files.size(file) / 1024,
                    search / 1e6,
                    page.size(),
                    totals / 1e6);
            assertThat(mostWaiting).isLessThan(3 * A_SECOND);
            assertThat(at(nanos, 0.99)).isLessThan(5);
        }
    }

    @Test
    void openingAFullFile() {
        Path file = folder.resolve("trace.db");
        String body = records();
        try (Trace trace = Trace.open(file, Clock.systemUTC())) {
            for (int i = 0; i < 110_000; i++) {
                trace.recording("demo", "SOQL").record(exchange(body, i));
                if (i % 5_000 == 0) {
                    trace.older(Long.MAX_VALUE, 1, TraceQuery.ALL);
                }
            }
        }
        long from = System.nanoTime();
        try (Trace trace = Trace.open(file, Clock.systemUTC())) {
            double open = (System.nanoTime() - from) / 1e6;
            long search = System.nanoTime();
            trace.older(
                    Long.MAX_VALUE,
                    200,
                    TraceQuery.ALL.withText("needle77 acme").withOrg("demo"));
            double found = (System.nanoTime() - search) / 1e6;
            search = System.nanoTime();
            trace.older(50_000, 200, TraceQuery.ALL.withName("nothing"));
            System.out.printf(
                    Locale.ROOT,
                    "full file (%,d KB): opened in %.0f ms, words found in %.0f ms, all looked through in %.0f ms%n",
                    file.toFile().length() / 1024,
                    open,
                    found,
                    (System.nanoTime() - search) / 1e6);
            assertThat(open).isLessThan(500);
        }
    }

    private static double at(long[] nanos, double share) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
    }

    private static Exchange exchange(String body, int number) {
        return new Exchange(
                0,
                Instant.now(),
                Duration.ofMillis(3),
                "GET",
                "http://org/services/data/v62.0/query?q=needle" + number,
                List.of(new Exchange.Header("Accept", "application/json")),
                "",
                200,
                HistoryTest.limits(number),
                body,
                null);
    }

    /** Twenty records, about 5 KB. */
    private static String records() {
        Random random = new Random(1);
        return IntStream.range(0, 20)
                .mapToObj(i -> "{\"attributes\":{\"type\":\"Account\",\"url\":\"/services/data/v62.0/sobjects/Account/"
                        + Long.toString(random.nextLong(), 36) + "\"},\"Name\":\"Acme " + i + "\",\"Phone\":\""
                        + random.nextInt()
                        + "\",\"Description\":\"" + Long.toString(random.nextLong(), 36) + "\",\"Amount\":"
                        + random.nextInt() + "}")
                .collect(Collectors.joining(",", "{\"totalSize\":20,\"done\":true,\"records\":[", "]}"));
    }
}
