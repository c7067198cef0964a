package dev.orgbench.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Revisions 2025-03-26 to 2025-11-25, tools only and without sessions, which those revisions allow: no
 * {@code Mcp-Session-Id} is issued, so nothing is remembered between two requests, and a client finds its server again
 * after a restart.
 *
 * <p>{@code notifications/cancelled} is accepted and ignored, as it may be: without sessions, two clients' request ids
 * cannot be told apart, and one must not cancel the other's call.
 */
final class LegacyDialect implements Dialect {
    /** The newest first. */
    static final List<String> REVISIONS = List.of("2025-11-25", "2025-06-18", "2025-03-26");

    @Override
    public void admit(Message.Addressed message, ProtocolHeaders headers) throws RpcException {
        String version = headers.version();
        // Before the handshake there is no negotiated revision, so what a client says there binds nobody.
        if (version != null && !REVISIONS.contains(version) && !message.method().equals("initialize")) {
            throw new RpcException(
                    RpcException.INVALID_REQUEST,
                    "Unsupported MCP-Protocol-Version header: " + Shortened.to(40, version) + ". This server speaks "
                            + String.join(", ", REVISIONS) + ".");
        }
    }

    @Override
    public @Nullable String client(Message.Addressed message) {
        return message.method().equals("initialize")
                ? ClientName.of(message.params().path("clientInfo"))
                : null;
    }

    @Override
    public Result result(Message.Request request, McpService.ServerInfo info, McpService.Handling handling)
            throws RpcException {
        return switch (request.method()) {
            case "initialize" -> initialize(request.params(), info);
            case "ping" -> new Result(JsonText.NODES.objectNode());
            case "tools/list" -> ToolMethods.list(request.params(), handling);
            case "tools/call" -> ToolMethods.call(request.params(), handling);
            // A client of both eras asks this first, to learn which of them it may speak.
            case "server/discover" -> throw RpcException.unsupportedVersion(null, REVISIONS);
            default ->
                throw new RpcException(
                        RpcException.METHOD_NOT_FOUND, "Method not found: " + Shortened.to(100, request.method()));
        };
    }

    /** 200 for what a method answered, 400 for what never was a message of this era. */
    @Override
    public int status(int code) {
        return switch (code) {
            case RpcException.METHOD_NOT_FOUND, RpcException.INVALID_PARAMS, RpcException.INTERNAL_ERROR -> 200;
            default -> 400;
        };
    }

    private static Result initialize(ObjectNode params, McpService.ServerInfo info) throws RpcException {
        String wanted = params.path("protocolVersion").textValue();
        if (wanted == null) {
            throw new RpcException(
                    RpcException.INVALID_PARAMS,
                    "params.protocolVersion must be a string, as \"" + REVISIONS.getFirst() + "\"");
        }
        ObjectNode result = JsonText.NODES.objectNode();
        result.put("protocolVersion", REVISIONS.contains(wanted) ? wanted : REVISIONS.getFirst());
        result.putObject("capabilities").putObject("tools");
        result.putObject("serverInfo")
                .put("name", info.name())
                .put("title", info.title())
                .put("version", info.version());
        if (!info.instructions().isBlank()) {
            result.put("instructions", info.instructions());
        }
        return new Result(result);
    }
}
