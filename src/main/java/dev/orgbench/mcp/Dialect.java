package dev.orgbench.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

    /** Carries out a request. */
    Result result(Message.Request request, McpService.ServerInfo info, McpService.Handling handling)
            throws RpcException;

    /** The HTTP status of an answer with this JSON-RPC error. */
    int status(int code);

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
