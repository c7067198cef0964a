package dev.orgbench.trace.export;

import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to write: a message with the exchanges under it, or an exchange of the window itself.
 *
 * @param message null for an exchange that no message caused
 * @param exchanges in the order sent
 */
public record ExportEntry(@Nullable Message message, List<Exchange> exchanges) {
    public ExportEntry {
        exchanges = List.copyOf(exchanges);
    }

    /** An exchange that no message caused. */
    public static ExportEntry own(Exchange exchange) {
        return new ExportEntry(null, List.of(exchange));
    }
}
