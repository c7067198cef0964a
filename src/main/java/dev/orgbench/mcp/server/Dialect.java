package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.McpService;
import dev.orgbench.mcp.RefusedException;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one era is spoken: what it wants of a message, which methods it has, and how it shapes their results. */
interface Dialect {
    /**
     * Refuses a message whose revision this dialect does not speak, or whose headers or envelope it does not allow.
     */
    void admit(Message.Addressed message, ProtocolHeaders headers) throws RpcException;

    /** How the client names itself in this message, as {@code Inspector 2.12.0}; null if the message does not tell. */
    @Nullable
    String client(Message.Addressed message);

    /**
     * Carries out a request.
     *
     * @throws InterruptedException if the client has gone or has cancelled it
     */
    Result result(Message.Request request, Setting setting)
            throws RpcException, RefusedException, IOException, InterruptedException;

    /** Takes note of a notification. */
    void notified(Message.Notification notification, Setting setting);

    /** The error that tells of a refusal. */
    RpcException error(RefusedException refused, Message.Request request);

    /**
     * The HTTP status of an answer with an error.
     *
     * @param admitted whether it came up while the request was carried out
     */
    int status(int code, boolean admitted);

    /**
     * What surrounds a message.
     *
     * @param headers of the HTTP request, as far as the protocol speaks of them
     * @param session that it belongs to; null if to none
     */
    record Setting(
            McpService service,
            McpService.Handling handling,
            ProtocolHeaders headers,
            Reply reply,
            @Nullable Session session) {}

    /**
     * A request's result.
     *
     * @param json the member {@code result} of the response
     * @param failure the tool's own error in one line; null if it succeeded
     * @param httpHeaders for the HTTP answer
     */
    record Result(ObjectNode json, @Nullable String failure, Map<String, String> httpHeaders) {
        Result(ObjectNode json) {
            this(json, null, Map.of());
        }
    }
}
