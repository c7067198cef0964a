package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Exchange;
import dev.orgbench.ui.kit.ExchangeName;
import java.time.Duration;
import java.time.Instant;

/** An exchange under a message, as the timeline shows it. */
record Leg(long id, String name, Instant started, Duration took, boolean ok) {
    static Leg of(Exchange exchange) {
        return new Leg(exchange.id(), ExchangeName.of(exchange), exchange.started(), exchange.took(), exchange.isOk());
    }
}
