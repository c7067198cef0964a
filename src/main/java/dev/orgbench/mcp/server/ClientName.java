package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** How a client names itself, from the {@code Implementation} object that both eras send. */
final class ClientName {
    private static final int LONGEST = 80;

    private ClientName() {}

    /** Name and version, as {@code Inspector 2.12.0}; null if it gives no name. */
    static @Nullable String of(JsonNode implementation) {
        String name = implementation.path("name").asText("").strip();
        if (name.isEmpty()) {
            return null;
        }
        return Shortened.firstLine(
                LONGEST, name + " " + implementation.path("version").asText(""));
    }
}
