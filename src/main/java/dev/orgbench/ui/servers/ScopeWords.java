package dev.orgbench.ui.servers;

import dev.orgbench.gateway.McpServer;
import java.util.List;

/** A scope as a person says it: {@code everything}, {@code read}, {@code read, write · metadata}. */
final class ScopeWords {
    private static final List<String> ALL = List.of("read", "write", "custom");

    private ScopeWords() {}

    static String of(McpServer.Config config) {
        boolean everyMethod = config.methods().isEmpty() || config.methods().containsAll(ALL);
        String methods = everyMethod ? "everything" : String.join(", ", config.methods());
        return config.tags().isEmpty() ? methods : methods + " · " + String.join(", ", config.tags());
    }
}
