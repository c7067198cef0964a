package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One JSON-RPC request and its answer, as they went over the wire.
 *
 * @param request the JSON-RPC request
 * @param response the whole JSON-RPC response, with {@code result} or {@code error}
 * @param httpStatus the HTTP status
 * @param headers the HTTP answer's headers, names in lower case
 * @param took from sending until the whole answer was read
 */
public record McpAnswer(
        JsonNode request, JsonNode response, int httpStatus, Map<String, List<String>> headers, Duration took) {

    /** Whether the protocol refused the request, or the tool failed. */
    public boolean isError() {
        return response.has("error") || response.path("result").path("isError").asBoolean(false);
    }

    /** What a model would read: the text blocks of the result, or the error's message. */
    public String text() {
        if (response.has("error")) {
            return response.path("error").path("message").asText();
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode block : response.path("result").path("content")) {
            text.append(block.path("text").asText());
        }
        return text.toString();
    }

    /** The structured content; a missing node if there is none. */
    public JsonNode structured() {
        return response.path("result").path("structuredContent");
    }
}
