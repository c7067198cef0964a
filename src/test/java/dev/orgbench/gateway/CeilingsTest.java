package dev.orgbench.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orgbench.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class CeilingsTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000);
    private final Ceilings ceilings = new Ceilings(nanos::get);

    @Test
    void withoutACeilingEverythingIsLetIn() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            ceilings.enter(server("a", 0, 0));
        }
    }

    @Test
    void onlySoManyCallsAreUnderWayAtOneTime() throws Exception {
        McpServer server = server("a", 2, 0);
        Ceilings.Entry first = ceilings.enter(server);
        ceilings.enter(server);
        assertThatThrownBy(() -> ceilings.enter(server))
                .isInstanceOfSatisfying(Ceilings.ReachedException.class, refused -> assertThat(refused.retryAfter())
                        .isEqualTo("1"))
                .hasMessageContaining("at most 2 at once")
                .hasMessageContaining("Nothing was sent");
        ceilings.enter(server("b", 2, 0));
        first.close();
        first.close();
        ceilings.enter(server);
        assertThatThrownBy(() -> ceilings.enter(server)).isInstanceOf(Ceilings.ReachedException.class);
    }

    @Test
    void onlySoManyBeginWithinAnyMinute_andWhatWasRefusedDoesNotCount() throws Exception {
        McpServer server = server("a", 0, 3);
        for (int i = 0; i < 3; i++) {
            ceilings.enter(server).close();
            pass(Duration.ofSeconds(10));
        }
        for (int i = 0; i < 3; i++) {
            assertThat(refusal(server).retryAfter()).isEqualTo("30");
        }
        pass(Duration.ofMillis(29_500));
        assertThat(refusal(server).retryAfter()).isEqualTo("1");
        pass(Duration.ofMillis(500));
        ceilings.enter(server).close();
        assertThat(refusal(server).retryAfter()).isEqualTo("10");
        pass(Duration.ofMinutes(1));
        for (int i = 0; i < 3; i++) {
            ceilings.enter(server).close();
        }
    }

    @Test
    void aCeilingThatWasLoweredCountsFromTheNextCallOn() throws Exception {
        for (int i = 0; i < 10; i++) {
            ceilings.enter(server("a", 0, 10));
            pass(Duration.ofSeconds(1));
        }
        assertThat(refusal(server("a", 0, 2)).retryAfter()).isEqualTo("58");
        assertThat(refusal(server("a", 5, 0))).hasMessageContaining("5 at once");
    }

    @Test
    void callsOfManyThreadsNeverExceedIt() throws Exception {
        McpServer server = server("a", 4, 0);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                for (int j = 0; j < 200; j++) {
                    try (Ceilings.Entry _ = ceilings.enter(server)) {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        LockSupport.parkNanos(1_000);
                        inside.decrementAndGet();
                    } catch (Ceilings.ReachedException e) {
                        LockSupport.parkNanos(1_000);
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(most.get()).isBetween(1, 4);
        for (int i = 0; i < 4; i++) {
            ceilings.enter(server);
        }
    }

    private Ceilings.ReachedException refusal(McpServer server) {
        try {
            ceilings.enter(server);
        } catch (Ceilings.ReachedException e) {
            return e;
        }
        throw new AssertionError("It was let in");
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static McpServer server(String id, int atOnce, int perMinute) {
        McpServer.Config config = McpServer.Config.EVERYTHING
                .draft()
                .ceiling(new McpServer.Ceiling(atOnce, perMinute))
                .config();
        return new McpServer(id, "demo", "A", config, null, TestClock.NOON, TestClock.NOON, null);
    }
}
