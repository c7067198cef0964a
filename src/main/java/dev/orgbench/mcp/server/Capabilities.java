package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.mcp.Question;

/** What a client declares that it can do: the {@code ClientCapabilities} object of both eras. */
final class Capabilities {
    private Capabilities() {}

    /** Whether the client can answer such a question. */
    static boolean include(JsonNode capabilities, Question.Kind kind) {
        JsonNode declared = capabilities.path(kind.capability());
        if (!declared.isObject()) {
            return false;
        }
        // From 2025-11-25 on a client may say that it opens web pages only; an empty object still means forms.
        return kind != Question.Kind.ELICITATION || declared.isEmpty() || declared.has("form");
    }
}
