package dev.orgbench.mcp;

import dev.orgbench.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP headers by which MCP repeats what a body says, each null if absent, without white space around.
 *
 * @param version {@code MCP-Protocol-Version}
 * @param method {@code Mcp-Method}, from revision 2026-07-28 on
 * @param name {@code Mcp-Name}, from revision 2026-07-28 on
 */
record ProtocolHeaders(
        @Nullable String version,
        @Nullable String method,
        @Nullable String name) {
    static ProtocolHeaders of(HttpRequest request) {
        return new ProtocolHeaders(
                value(request, "MCP-Protocol-Version"), value(request, "Mcp-Method"), value(request, "Mcp-Name"));
    }

    /** Whether the version named is one of the stateless revisions. */
    boolean nameModern() {
        return version != null && EraClassifier.isModern(version);
    }

    private static @Nullable String value(HttpRequest request, String name) {
        return request.header(name).map(String::strip).orElse(null);
    }
}
