package dev.orgbench.mcp;

import dev.orgbench.http.HttpRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the transport wants of an HTTP request before anybody reads its body. Content types are held to only where that
 * protects or helps: a form or plain text, which any web page may post without asking, is refused, and so is a client
 * that could not read the answer; a missing header is not.
 */
final class HttpRules {
    private static final String JSON = "application/json";

    private HttpRules() {}

    /** An HTTP answer without a message in it: a status, and a sentence for the person who debugs the client. */
    record Refusal(int status, String reason) {}

    /** Why a request is refused; empty if it may be read. */
    static Optional<Refusal> refusal(HttpRequest request) {
        if (!request.method().equals("POST")) {
            return Optional.of(new Refusal(
                    405, "MCP messages are sent by POST. This server keeps no sessions and pushes no event stream."));
        }
        if (!request.header("Content-Type").map(HttpRules::isJson).orElse(true)) {
            return Optional.of(new Refusal(415, "The Content-Type must be application/json."));
        }
        if (!request.header("Accept").map(HttpRules::takesJson).orElse(true)) {
            return Optional.of(new Refusal(
                    406, "The answer is application/json. Send: Accept: application/json, text/event-stream"));
        }
        return Optional.empty();
    }

    private static boolean isJson(String contentType) {
        return mediaType(contentType).equals(JSON);
    }

    private static boolean takesJson(String accept) {
        return accept.isBlank()
                || Arrays.stream(accept.split(","))
                        .map(HttpRules::mediaType)
                        .anyMatch(range -> range.equals(JSON) || range.equals("application/*") || range.equals("*/*"));
    }

    private static String mediaType(String value) {
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
