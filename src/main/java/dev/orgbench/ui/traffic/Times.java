package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Where a message's time went.
 *
 * @param started when it came in
 * @param whole until its answer was ready
 * @param queue until the first request to the org was sent: checks, waiting for a turn
 * @param upstream while at least one request to the org was under way
 * @param ours the rest: shaping the answer
 */
record Times(Instant started, Duration whole, Duration queue, Duration upstream, Duration ours) {

    static Times of(Instant started, Duration whole, List<Exchange> exchanges) {
        Duration upstream = Duration.ZERO;
        Instant end = started;
        Instant first = started;
        List<Exchange> byStart = new ArrayList<>(exchanges);
        byStart.sort(Comparator.comparing(Exchange::started));
        for (Exchange exchange : byStart) {
            Instant ended = exchange.started().plus(exchange.took());
            if (ended.isAfter(end)) {
                // Requests that ran side by side are counted once.
                Instant from = exchange.started().isAfter(end) ? exchange.started() : end;
                upstream = upstream.plus(Duration.between(from, ended));
                end = ended;
            }
        }
        if (!byStart.isEmpty() && byStart.getFirst().started().isAfter(started)) {
            first = byStart.getFirst().started();
        }
        Duration queue = Duration.between(started, first);
        Duration ours = whole.minus(queue).minus(upstream);
        return new Times(started, whole, queue, upstream, ours.isNegative() ? Duration.ZERO : ours);
    }

    /** Where an exchange begins on the scale of the whole, 0 to 1. */
    double place(Exchange exchange) {
        return share(Duration.between(started, exchange.started()));
    }

    /** A duration's share of the whole. */
    double share(Duration part) {
        return (double) part.toNanos() / Math.max(1, whole.toNanos());
    }

    /** {@code 31 ms: 2 ms before the first request, 28 ms Salesforce, 1 ms ours}. */
    String words(boolean asked) {
        return asked
                ? "%s: %s before the first request, %s Salesforce, %s after"
                        .formatted(words(whole), words(queue), words(upstream), words(ours))
                : "%s, all of it here".formatted(words(whole));
    }

    /** As a person reads it: {@code 0.4 ms}, {@code 14 ms}, {@code 2.31 s}. */
    static String words(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        String form = millis >= 1_000 ? "%.2f s" : millis >= 10 || millis == 0 ? "%.0f ms" : "%.1f ms";
        return String.format(Locale.ROOT, form, millis >= 1_000 ? millis / 1_000 : millis);
    }
}
