package dev.orgbench.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a tool call came to.
 *
 * @param text what the model reads; for a success the structured content as JSON text
 * @param structured the structured content, conforming to the tool's output schema; null on an error
 * @param isError whether the call failed (a tool execution error, not a protocol error)
 * @param meta the result's {@code _meta}
 * @param httpHeaders headers for the HTTP answer, as {@code ratelimit-remaining}
 */
public record CallOutcome(
        String text,
        @Nullable ObjectNode structured,
        boolean isError,
        ObjectNode meta,
        Map<String, String> httpHeaders) {}
