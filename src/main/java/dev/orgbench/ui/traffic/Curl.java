package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import dev.orgbench.trace.SecretMask;
import java.net.URI;
import java.util.List;

/** A request as a command for a POSIX shell. */
final class Curl {
    private Curl() {}

    /** A request to the org. Secrets stay masked: they are to be filled in by hand. */
    static String of(Exchange exchange) {
        return command(exchange.method(), exchange.url(), exchange.requestHeaders(), exchange.requestBody());
    }

    /**
     * A message to an MCP server.
     *
     * @param url the server's; whoever has it may use the server
     */
    static String of(Message message, String url) {
        return command(
                "POST",
                url,
                List.of(
                        new Exchange.Header("Content-Type", "application/json"),
                        // Streamable HTTP asks for both: the server chooses.
                        new Exchange.Header("Accept", "application/json, text/event-stream")),
                message.request());
    }

    /** The server's URL without its token. */
    static String masked(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority() + "/mcp/" + SecretMask.MASK;
    }

    private static String command(String method, String url, List<Exchange.Header> headers, String body) {
        StringBuilder command = new StringBuilder("curl -X " + method + " " + quoted(url));
        for (Exchange.Header header : headers) {
            command.append(" \\\n  -H ").append(quoted(header.name() + ": " + header.value()));
        }
        if (!body.isEmpty()) {
            command.append(" \\\n  --data-raw ").append(quoted(body));
        }
        return command.toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
