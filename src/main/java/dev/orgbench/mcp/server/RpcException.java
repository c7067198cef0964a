package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON-RPC error: what a message is refused with. Its message reaches the client. */
final class RpcException extends Exception {
    static final int PARSE_ERROR = -32700;
    static final int INVALID_REQUEST = -32600;
    static final int METHOD_NOT_FOUND = -32601;
    static final int INVALID_PARAMS = -32602;
    static final int INTERNAL_ERROR = -32603;

    /** Our own, outside of what JSON-RPC and MCP keep for themselves: more calls than the server takes. */
    static final int TOO_MANY = 429;

    /** Our own too: the URL was taken back while the request was worked on. */
    static final int ENDED = 410;

    /** HeaderMismatch, from revision 2026-07-28 on. */
    static final int HEADER_MISMATCH = -32020;

    /** MissingRequiredClientCapability, from revision 2026-07-28 on. */
    static final int MISSING_CAPABILITY = -32021;

    /** Resource not found, up to revision 2025-11-25. */
    static final int RESOURCE_NOT_FOUND = -32002;

    /** UnsupportedProtocolVersion, from revision 2026-07-28 on. */
    static final int UNSUPPORTED_VERSION = -32022;

    /** Messages quote what clients send, which may be megabytes. */
    private static final int LONGEST_MESSAGE = 400;

    private final int code;
    private final transient @Nullable ObjectNode data;

    RpcException(int code, String message) {
        this(code, message, null, null);
    }

    RpcException(int code, String message, Throwable cause) {
        this(code, message, null, cause);
    }

    RpcException(int code, String message, @Nullable ObjectNode data, @Nullable Throwable cause) {
        super(Shortened.to(LONGEST_MESSAGE, message), cause);
        this.code = code;
        this.data = data;
    }

    /** A revision of the modern era that is not spoken here. */
    static RpcException unsupportedVersion(String requested, List<String> supported) {
        ObjectNode data = JsonText.NODES.objectNode();
        ArrayNode versions = data.putArray("supported");
        supported.forEach(versions::add);
        data.put("requested", requested);
        return new RpcException(
                UNSUPPORTED_VERSION,
                "Unsupported protocol version: " + Shortened.to(40, requested) + ". This server speaks "
                        + String.join(", ", supported) + ", and earlier revisions after initialize.",
                data,
                null);
    }

    int code() {
        return code;
    }

    /**
     * The whole JSON-RPC response. Without a usable id it has none: JSON-RPC would write null there, which no revision of
     * MCP allows (2025-03-26 to 2026-07-28, transports, "Sending Messages to the Server").
     *
     * @param id missing if the message has no usable one
     */
    ObjectNode response(JsonNode id) {
        ObjectNode response = JsonText.NODES.objectNode().put("jsonrpc", "2.0");
        if (!id.isMissingNode()) {
            response.set("id", id);
        }
        ObjectNode error = response.putObject("error").put("code", code).put("message", getMessage());
        if (data != null) {
            error.set("data", data);
        }
        return response;
    }
}
