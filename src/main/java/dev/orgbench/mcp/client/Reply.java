package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came back for a message.
 *
 * @param headers names in lower case
 * @param response the JSON-RPC response, or null if there is none
 * @param text the body; empty where it was a stream of events
 */
record Reply(
        int status,
        Map<String, List<String>> headers,
        @Nullable ObjectNode response,
        String contentType,
        String text,
        Duration took) {

    Reply with(@Nullable ObjectNode answer) {
        return new Reply(status, headers, answer, contentType, text, took);
    }

    Reply took(Duration time) {
        return new Reply(status, headers, response, contentType, text, time);
    }

    /** The result; a missing node if there is none. */
    JsonNode result() {
        return response == null ? WireJson.NODES.missingNode() : response.path("result");
    }

    /** The error; a missing node if there is none. */
    JsonNode error() {
        return response == null ? WireJson.NODES.missingNode() : response.path("error");
    }

    /** The error's code; 0 if there is none. */
    int errorCode() {
        return error().path("code").asInt();
    }
}
