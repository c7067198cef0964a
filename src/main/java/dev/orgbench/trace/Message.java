package dev.orgbench.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One JSON-RPC message that a client sent to a server, and its answer. A message whose method is {@code tools/call} is
 * a call.
 *
 * @param id see {@link TraceEntry#id()}
 * @param started when the message's HTTP request had been read
 * @param orgId the org that the server opens, as {@code demo}; empty if not known
 * @param server the name of the MCP server that it came in by
 * @param client how the client named itself ({@code Inspector 2.12.0}), or its user agent
 * @param method the JSON-RPC method, as {@code tools/call}
 * @param tool the tool called; null for other methods
 * @param headers of the HTTP request that brought it, in the order sent; secrets in them are masked
 * @param request the JSON-RPC request as it was sent
 * @param result the answer, or null while the message is under way and for notifications
 */
public record Message(
        long id,
        Instant started,
        String orgId,
        String server,
        String client,
        String method,
        @Nullable String tool,
        List<Exchange.Header> headers,
        String request,
        @Nullable Result result)
        implements TraceEntry {

    /**
     * The answer to a message.
     *
     * @param failure in a few words why it failed, led by the code ({@code INVALID_FIELD No such column ...}); null if
     *     it succeeded
     * @param httpStatus the HTTP status that the client got
     * @param headers of the HTTP answer, without those that every answer has
     * @param body the JSON-RPC response as it was sent; empty for notifications
     * @param took from {@code started} until the answer was ready
     * @param summary what came back, in two words ({@code 3 records}, {@code 8 tools})
     */
    public record Result(
            @Nullable String failure,
            int httpStatus,
            List<Exchange.Header> headers,
            String body,
            Duration took,
            String summary) {}

    /** What the person sees as the message's name: the tool, or the method. */
    public String title() {
        return tool == null ? method : tool;
    }

    /** Whether it is a tool call. */
    public boolean isCall() {
        return tool != null;
    }

    Message answered(Result answer) {
        return new Message(id, started, orgId, server, client, method, tool, headers, request, answer);
    }
}
