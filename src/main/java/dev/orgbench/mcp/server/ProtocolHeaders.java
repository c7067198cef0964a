package dev.orgbench.mcp.server;

import dev.orgbench.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP headers by which MCP repeats what a body says, each null if absent, without white space around.
 *
 * @param version {@code MCP-Protocol-Version}
 * @param method {@code Mcp-Method}, from revision 2026-07-28 on
 * @param name {@code Mcp-Name}, from revision 2026-07-28 on, decoded
 * @param parameters {@code Mcp-Param-{Name}} by the names in small letters, decoded
 */
record ProtocolHeaders(
        @Nullable String version,
        @Nullable String method,
        @Nullable String name,
        Map<String, String> parameters) {
    static final String SESSION = "Mcp-Session-Id";

    private static final String PARAMETER = "mcp-param-";
    private static final String ENCODED = "=?base64?";
    private static final String ENCODED_END = "?=";

    ProtocolHeaders(@Nullable String version, @Nullable String method, @Nullable String name) {
        this(version, method, name, Map.of());
    }

    static ProtocolHeaders of(HttpRequest request) {
        Map<String, String> parameters = new TreeMap<>();
        request.headers().forEach((name, value) -> {
            String small = name.toLowerCase(Locale.ROOT);
            if (small.startsWith(PARAMETER)) {
                parameters.put(small.substring(PARAMETER.length()), decoded(value.strip()));
            }
        });
        String name = value(request, "Mcp-Name");
        return new ProtocolHeaders(
                value(request, "MCP-Protocol-Version"),
                value(request, "Mcp-Method"),
                name == null ? null : decoded(name),
                parameters);
    }

    /** Whether the version named is one of the stateless revisions. */
    boolean nameModern() {
        return version != null && EraClassifier.isModern(version);
    }

    /**
     * Refuses a request of the modern era whose headers do not repeat what its body says (2026-07-28, transports,
     * "Standard Headers").
     *
     * @param claimed the revision that the body claims
     */
    void mustMatch(Message.Request request, String claimed) throws RpcException {
        mustBe("MCP-Protocol-Version", version, claimed);
        mustBe("Mcp-Method", method, request.method());
        String named =
                switch (request.method()) {
                    case "tools/call", "prompts/get" ->
                        request.params().path("name").textValue();
                    case "resources/read" -> request.params().path("uri").textValue();
                    default -> null;
                };
        if (named != null) {
            mustBe("Mcp-Name", name, named);
        }
    }

    static RpcException mismatch(String why) {
        return new RpcException(RpcException.HEADER_MISMATCH, "Header mismatch: " + why);
    }

    private static void mustBe(String header, @Nullable String given, String wanted) throws RpcException {
        if (given == null) {
            throw mismatch("the header " + header + " is missing; it must repeat what the body says");
        }
        if (!given.equals(wanted)) {
            throw mismatch("the header " + header + " does not repeat what the body says");
        }
    }

    /** Values that a header cannot hold as they are come in base64 between two marks. */
    private static String decoded(String value) {
        if (!value.startsWith(ENCODED) || !value.endsWith(ENCODED_END)) {
            return value;
        }
        try {
            String coded = value.substring(ENCODED.length(), value.length() - ENCODED_END.length());
            // Java's decoder would also take what lacks its padding.
            return coded.length() % 4 == 0
                    ? new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8)
                    : value;
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException notCoded) {
            return value;
        }
    }

    private static @Nullable String value(HttpRequest request, String name) {
        return request.header(name).map(String::strip).orElse(null);
    }
}
