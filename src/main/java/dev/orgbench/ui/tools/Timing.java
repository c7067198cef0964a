package dev.orgbench.ui.tools;

import dev.orgbench.trace.Exchange;
import java.time.Duration;
import java.util.List;
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
        return new Timing(whole, server, Exchange.underWay(exchanges));
    }

    /** What is left when the org's time is taken away: never below nothing, as clocks differ a little. */
    Duration ours() {
        Duration ours = whole.minus(upstream);
        return ours.isNegative() ? Duration.ZERO : ours;
    }

    /** The way there and back between client and server; null if not known. */
    @Nullable
    Duration wire() {
        if (server == null) {
            return null;
        }
        Duration wire = whole.minus(server);
        return wire.isNegative() ? Duration.ZERO : wire;
    }
}
