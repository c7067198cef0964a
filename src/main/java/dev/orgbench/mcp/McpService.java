package dev.orgbench.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands behind one MCP URL. Era-neutral: encoders add what each era wants. */
public interface McpService {
    /** How the server names itself to clients. */
    ServerInfo info();

    /**
     * Begins the handling of one message. The endpoint calls {@link Handling#answered} exactly once, also on failure.
     */
    Handling begin(Inbound message);

    /**
     * How a server names itself.
     *
     * @param instructions for the model; the first 512 characters matter most
     */
    record ServerInfo(String name, String title, String version, String instructions) {}

    /**
     * One JSON-RPC message as it came in.
     *
     * @param body the whole JSON-RPC object
     * @param client the client's own name for itself if this message carries it (initialize, or the modern envelope)
     * @param headers of the HTTP request
     */
    record Inbound(
            Era era, String method, JsonNode body, @Nullable String client, Map<String, String> headers) {
        /** The HTTP User-Agent header, or an empty string. */
        public String userAgent() {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase("User-Agent"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
        }
    }

    /** One message under way. */
    interface Handling {
        /** The tools that exist for this URL, generated now, in a stable order. */
        List<ToolDescriptor> tools();

        /**
         * Calls a tool. What {@link #tools()} does not list cannot be called.
         *
         * @throws UnknownToolException if no such tool exists for this URL
         */
        CallOutcome call(String tool, ObjectNode arguments) throws UnknownToolException;

        /**
         * Headers that every answer to this message carries. Asked for after the message was handled, just before the
         * answer is sent.
         */
        Map<String, String> headers();

        /**
         * The answer is ready.
         *
         * @param failure the error in a few words, or null
         * @param headers of the HTTP answer
         * @param response the JSON-RPC response; null for a notification
         */
        void answered(
                @Nullable String failure, int httpStatus, Map<String, String> headers, @Nullable JsonNode response);
    }
}
