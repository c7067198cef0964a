package dev.orgbench.gateway;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Holds servers to their ceilings: calls of tools and reads of resources under way at one time, and such as begin within
 * any 60 seconds. What was refused does not count. Counted in this process alone, so that a call waits for no disk; a
 * fleet would count in its register. Safe for use by several threads.
 */
final class Ceilings {
    private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(1);

    /** When a call under way ends is not known; this is how soon it is worth looking again. */
    private static final Duration SHORTLY = Duration.ofSeconds(1);

    private final LongSupplier nanos;
    private final Map<String, Load> loads = new HashMap<>();

    /** @param nanos as {@link System#nanoTime} counts: a clock that is set must let nobody in or keep him out */
    Ceilings(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A server's calls. */
    private static final class Load {
        private final Deque<Long> begun = new ArrayDeque<>();
        private int underWay;
    }

    /** A call that was let in; it ends when this is closed, once. */
    interface Entry extends AutoCloseable {
        @Override
        void close();
    }

    /** A call that was not let in. The message says what to do, and is fit for a model. */
    static final class ReachedException extends Exception {
        private final Duration retryAfter;

        private ReachedException(String message, Duration retryAfter) {
            super(message);
            this.retryAfter = retryAfter;
        }

        /** For the header {@code Retry-After}: whole seconds, at least one. */
        String retryAfter() {
            return Long.toString(seconds(retryAfter));
        }
    }

    /** Lets a call in. The server's ceiling is the one that it has now, so a change counts from the next call on. */
    Entry enter(McpServer server) throws ReachedException {
        McpServer.Ceiling ceiling = server.config().ceiling();
        synchronized (loads) {
            Load load = loads.computeIfAbsent(server.id(), made -> new Load());
            long now = nanos.getAsLong();
            while (!load.begun.isEmpty() && now - load.begun.getFirst() >= WINDOW_NANOS) {
                load.begun.removeFirst();
            }
            if (ceiling.atOnce() > 0 && load.underWay >= ceiling.atOnce()) {
                throw refused("%d at once", ceiling.atOnce(), "Wait until one has ended, then call again.", SHORTLY);
            }
            if (ceiling.perMinute() > 0 && load.begun.size() >= ceiling.perMinute()) {
                Duration free = Duration.ofNanos(WINDOW_NANOS - (now - nthNewest(load.begun, ceiling.perMinute())));
                throw refused(
                        "%d a minute",
                        ceiling.perMinute(), "Call again in " + seconds(free) + " s, and ask for more at once.", free);
            }
            load.underWay++;
            if (ceiling.perMinute() > 0) {
                load.begun.addLast(now);
            }
            return new Let(load);
        }
    }

    /** Forgets a server that ended. */
    void forget(String serverId) {
        synchronized (loads) {
            loads.remove(serverId);
        }
    }

    private final class Let implements Entry {
        private final Load load;
        private boolean over;

        Let(Load load) {
            this.load = load;
        }

        @Override
        public void close() {
            synchronized (loads) {
                if (!over) {
                    over = true;
                    load.underWay--;
                }
            }
        }
    }

    /** The one that has to leave the window before the next may begin: a ceiling may have been lowered meanwhile. */
    private static long nthNewest(Deque<Long> begun, int nth) {
        return begun.stream().skip(begun.size() - nth).findFirst().orElseThrow();
    }

    private static ReachedException refused(String limit, int most, String advice, Duration retryAfter) {
        return new ReachedException(
                "This server lets in at most " + String.format(Locale.ROOT, limit, most)
                        + ", of calls of tools and reads of resources, and so many are there. " + advice
                        + " Nothing was sent to Salesforce. The server's owner sets this limit in Orgbench, under Servers.",
                retryAfter);
    }

    private static long seconds(Duration duration) {
        return Math.max(1, duration.plusNanos(999_999_999).toSeconds());
    }
}
