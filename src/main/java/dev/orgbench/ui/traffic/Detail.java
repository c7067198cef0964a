package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import dev.orgbench.trace.TraceEntry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry in full.
 *
 * @param exchanges under it; an exchange of the window's own is the only one under itself
 * @param times where the time went; null while it is under way
 */
record Detail(
        TraceEntry entry,
        List<Exchange> exchanges,
        Limits limits,
        @Nullable Times times) {
    static Detail of(TraceEntry entry, List<Exchange> under) {
        return switch (entry) {
            case Message message -> {
                Message.Result result = message.result();
                yield new Detail(
                        message,
                        under,
                        Limits.of(message, under),
                        result == null ? null : Times.of(message.started(), result.took(), under));
            }
            case Exchange exchange -> {
                List<Exchange> itself = List.of(exchange);
                yield new Detail(
                        exchange, itself, Limits.of(itself), Times.of(exchange.started(), exchange.took(), itself));
            }
        };
    }

    /** The message; empty for a request of the window's own. */
    Optional<Message> message() {
        return entry instanceof Message message ? Optional.of(message) : Optional.empty();
    }
}
