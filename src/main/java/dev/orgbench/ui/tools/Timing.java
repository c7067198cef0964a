package dev.orgbench.ui.tools;

import dev.orgbench.trace.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a call's time went.
 *
 * @param whole from sending the call until its answer was read
 * @param server of that, from the message's arrival until its answer was ready; null if not known
 * @param upstream of that, while at least one request to the org was under way
 */
record Timing(Duration whole, @Nullable Duration server, Duration upstream) {

    static Timing of(Duration whole, @Nullable Duration server, List<Exchange> exchanges) {
        return new Timing(whole, server, covered(exchanges));
    }

    /** What is left when the org's time is taken away: never below nothing, as clocks differ a little. */
    Duration ours() {
        Duration ours = whole.minus(upstream);
        return ours.isNegative() ? Duration.ZERO : ours;
    }

    /** The way there and back between client and server; null if not known. */
    @Nullable Duration wire() {
        if (server == null) {
            return null;
        }
        Duration wire = whole.minus(server);
        return wire.isNegative() ? Duration.ZERO : wire;
    }

    /** As a person reads it: {@code 0.4 ms}, {@code 14 ms}, {@code 2.31 s}. */
    static String words(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        if (millis >= 1000) {
            return String.format(Locale.ROOT, "%.2f s", millis / 1000);
        }
        return millis >= 10 || millis == 0
                ? Math.round(millis) + " ms"
                : String.format(Locale.ROOT, "%.1f ms", millis);
    }

    /** Requests that ran side by side are counted once. */
    private static Duration covered(List<Exchange> exchanges) {
        Duration covered = Duration.ZERO;
        Instant reached = Instant.MIN;
        List<Exchange> byStart =
                exchanges.stream().sorted(Comparator.comparing(Exchange::started)).toList();
        for (Exchange exchange : byStart) {
            Instant end = exchange.started().plus(exchange.took());
            Instant start = exchange.started().isAfter(reached) ? exchange.started() : reached;
            if (end.isAfter(start)) {
                covered = covered.plus(Duration.between(start, end));
                reached = end;
            }
        }
        return covered;
    }
}
