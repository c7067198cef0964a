package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** What every message of the modern era says about itself, in its body and again in headers (2026-07-28, streamable-http). */
final class Envelope {
    private static final String META = "io.modelcontextprotocol/";
    private static final Pattern PLAIN = Pattern.compile("[!-~](?:[ -~]*[!-~])?|");
    private static final Pattern ENCODED = Pattern.compile("=\\?base64\\?.*\\?=", Pattern.DOTALL);

    private Envelope() {}

    /** Puts the client and what it can do into {@code params}. */
    static void seal(ObjectNode params, Line line) {
        ObjectNode meta = params.withObject("/_meta");
        meta.put(META + "protocolVersion", Revisions.MODERN);
        meta.set(META + "clientInfo", line.client().json());
        meta.set(META + "clientCapabilities", line.questions().capabilities());
    }

    /** The headers that repeat a message's {@code method} and, where it has one, the {@code name} in its parameters. */
    static Headers.Builder headers(String method, ObjectNode params) {
        Headers.Builder headers = new Headers.Builder()
                .add("MCP-Protocol-Version", Revisions.MODERN)
                .add("Mcp-Method", method);
        if (params.path("name").isTextual()) {
            headers.add("Mcp-Name", value(params.path("name").asText()));
        }
        return headers;
    }

    /** A text as a header's value: in Base64 where HTTP could not carry it as it is ("Value Encoding"). */
    static String value(String text) {
        boolean asItIs = PLAIN.matcher(text).matches() && !ENCODED.matcher(text).matches();
        return asItIs
                ? text
                : "=?base64?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }
}
