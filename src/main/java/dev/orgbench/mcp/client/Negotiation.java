package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a client and a server came to a revision of the protocol, step by step.
 *
 * @param agreement null where they have not come to one yet, or could not
 */
public record Negotiation(List<Step> steps, @Nullable Agreement agreement) {
    /** Nothing was sent yet. */
    public static final Negotiation NONE = new Negotiation(List.of(), null);

    public Negotiation {
        steps = List.copyOf(steps);
    }

    /**
     * One message and what followed from its answer.
     *
     * @param sent as {@code server/discover, 2026-07-28}
     * @param came as {@code HTTP 400, error -32601: Method not found}
     * @param conclusion a sentence
     */
    public record Step(String sent, String came, String conclusion) {}

    /**
     * What both speak now.
     *
     * @param capabilities the server's own; an empty object if it told none
     * @param instructions the server's word to the model; empty if it has none
     */
    public record Agreement(
            String revision, Transport transport, ServerInfo server, JsonNode capabilities, String instructions) {
        /** Whether the server says that it tells when its tools change. */
        public boolean tellsOfChangedTools() {
            return capabilities.at("/tools/listChanged").asBoolean(false);
        }
    }

    /** Who answers; texts are empty where the server did not say. */
    public record ServerInfo(String name, String title, String version) {
        static ServerInfo of(JsonNode json) {
            return new ServerInfo(
                    json.path("name").asText(),
                    json.path("title").asText(),
                    json.path("version").asText());
        }
    }

    /** How messages travel. */
    public enum Transport {
        STREAMABLE_HTTP("Streamable HTTP"),
        /** The pair of URLs of 2024-11-05. */
        HTTP_SSE("HTTP+SSE");

        private final String words;

        Transport(String words) {
            this.words = words;
        }

        /** As the specification calls it. */
        public String words() {
            return words;
        }
    }
}
