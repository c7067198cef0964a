package dev.orgbench.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What stands behind one MCP URL. Era-neutral: encoders add what each era wants. */
public interface McpService {
    /** How the server names itself to clients. */
    ServerInfo info();

    /** Names it in what is signed for it, as sessions are; the same after a restart. */
    String id();

    /** What it has besides tools. */
    Set<Feature> features();

    /** Tells {@code listener} of changes until what is returned is closed, on any thread: it must be quick. */
    Subscription subscribe(Consumer<Change> listener);

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

    /** Ends a subscription when closed. */
    @FunctionalInterface
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** One message under way. What {@link #features} does not name is never asked for. */
    interface Handling {
        /** The tools that exist for this URL, generated now, in a stable order. */
        List<ToolDescriptor> tools();

        /**
         * Calls a tool. What {@link #tools()} does not list cannot be called.
         *
         * @throws RefusedException if no such tool exists for this URL, or as {@code caller} does
         */
        CallOutcome call(String tool, ObjectNode arguments, Caller caller) throws RefusedException;

        /** The prompts that exist for this URL, in a stable order. */
        default List<Prompt> prompts() {
            return List.of();
        }

        /**
         * A prompt with its places filled in.
         *
         * @throws RefusedException if there is no such prompt, or its arguments are wrong
         */
        default Prompt.Filled prompt(String name, Map<String, String> arguments, Caller caller)
                throws RefusedException {
            throw new RefusedException(RefusedException.Reason.UNKNOWN_NAME, "Unknown prompt: " + name);
        }

        /**
         * A page of the resources that exist for this URL.
         *
         * @param cursor of the page before; null for the first page
         * @throws RefusedException if it never gave that cursor
         */
        default Resource.Page resources(@Nullable String cursor) throws RefusedException {
            return Resource.Page.EMPTY;
        }

        default List<Resource.Template> resourceTemplates() {
            return List.of();
        }

        /**
         * What a resource holds now.
         *
         * @throws RefusedException if there is no such resource
         */
        default Resource.Contents read(String uri, Caller caller) throws RefusedException {
            throw new RefusedException(RefusedException.Reason.UNKNOWN_RESOURCE, "Resource not found: " + uri);
        }

        /**
         * What an argument may become.
         *
         * @throws RefusedException if there is nothing that could be completed so
         */
        default Completion complete(Completion.Asked asked) throws RefusedException {
            return Completion.NONE;
        }

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
         * @param text the response as it goes over the wire; empty for a notification
         */
        void answered(
                @Nullable String failure,
                int httpStatus,
                Map<String, String> headers,
                @Nullable JsonNode response,
                String text);
    }
}
