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
        String tags = config.tags().isEmpty() ? "" : " · " + String.join(", ", config.tags());
        return methods + tags + objects(config.readObjects());
    }

    private static String objects(List<String> readable) {
        return switch (readable.size()) {
            case 0 -> "";
            case 1 -> " · " + readable.getFirst();
            default -> " · " + readable.size() + " objects";
        };
    }
}
