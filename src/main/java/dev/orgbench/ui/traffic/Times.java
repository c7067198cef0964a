package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Exchange;
import dev.orgbench.ui.kit.Took;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

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
        Duration upstream = Exchange.underWay(exchanges);
        Instant first = exchanges.stream()
                .map(Exchange::started)
                .min(Comparator.naturalOrder())
                .filter(each -> each.isAfter(started))
                .orElse(started);
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
                        .formatted(Took.words(whole), Took.words(queue), Took.words(upstream), Took.words(ours))
                : "%s, all of it here".formatted(Took.words(whole));
    }
}
