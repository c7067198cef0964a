package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Exchange;

/** An exchange's request as a command for a POSIX shell. Secrets stay masked: they are to be filled in by hand. */
final class Curl {
    private Curl() {}

    static String of(Exchange exchange) {
        StringBuilder command = new StringBuilder("curl -X " + exchange.method() + " " + quoted(exchange.url()));
        for (Exchange.Header header : exchange.requestHeaders()) {
            command.append(" \\\n  -H ").append(quoted(header.name() + ": " + header.value()));
        }
        if (!exchange.requestBody().isEmpty()) {
            command.append(" \\\n  --data-raw ").append(quoted(exchange.requestBody()));
        }
        return command.toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
