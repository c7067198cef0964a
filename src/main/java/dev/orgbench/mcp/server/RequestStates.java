package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.McpService;
import java.util.List;

/**
 * {@code requestState}: what a server leaves with the client between two rounds of one request. It is signed, and good
 * for that very request alone: same server, method, name and arguments (2026-07-28, "Multi Round-Trip Requests").
 */
final class RequestStates {
    private static final String KEY = "requestState";

    private final Signed signed;

    RequestStates(Signed signed) {
        this.signed = signed;
    }

    /** What the request has brought back; empty if it is in its first round. */
    ObjectNode read(Message.Request request, McpService service) throws RpcException {
        JsonNode responses = request.params().path("inputResponses");
        if (!responses.isMissingNode() && !responses.isObject()) {
            throw ServerMethods.invalid("params.inputResponses must be an object");
        }
        if (!request.params().has(KEY)) {
            return JsonText.NODES.objectNode();
        }
        return signed.read(ServerMethods.text(request.params(), KEY), subject(request, service))
                .orElseThrow(
                        () -> ServerMethods.invalid(
                                "params." + KEY
                                        + " is not what this server gave for this request. Send the request without it to begin anew."));
    }

    String write(ObjectNode state, Message.Request request, McpService service) {
        return signed.write(state, subject(request, service));
    }

    private static String subject(Message.Request request, McpService service) {
        ObjectNode asked = request.params().deepCopy();
        asked.remove(List.of(KEY, "inputResponses", "_meta"));
        return "state\n" + service.id() + "\n" + request.method() + "\n" + JsonText.write(asked);
    }
}
