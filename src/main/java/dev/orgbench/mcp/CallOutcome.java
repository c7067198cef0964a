package dev.orgbench.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a tool call came to.
 *
 * @param content the content blocks that the model reads; for a success with structured content, the same as JSON text
 * @param structured the structured content, conforming to the tool's output schema; null if there is none
 * @param isError whether the call failed (a tool execution error, not a protocol error)
 * @param meta the result's {@code _meta}
 * @param httpHeaders headers for the HTTP answer, as {@code ratelimit-remaining}
 */
public record CallOutcome(
        ArrayNode content,
        @Nullable ObjectNode structured,
        boolean isError,
        ObjectNode meta,
        Map<String, String> httpHeaders) {

    /** One text block. */
    public CallOutcome(
            String text,
            @Nullable ObjectNode structured,
            boolean isError,
            ObjectNode meta,
            Map<String, String> httpHeaders) {
        this(text(text), structured, isError, meta, httpHeaders);
    }

    private static ArrayNode text(String text) {
        ArrayNode content = JsonNodeFactory.instance.arrayNode();
        content.addObject().put("type", "text").put("text", text);
        return content;
    }
}
