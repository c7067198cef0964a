package dev.orgbench.mcp.server;

import dev.orgbench.http.HttpRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the transport wants of a posted message before anybody reads its body. Content types are held to only where that
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
        Optional<Refusal> content = contentRefusal(request);
        if (content.isEmpty()
                && !request.header("Accept").map(HttpRules::takesJson).orElse(true)) {
            return Optional.of(new Refusal(
                    406, "The answer is application/json. Send: Accept: application/json, text/event-stream"));
        }
        return content;
    }

    /** As {@link #refusal}, for what sends its answer elsewhere. */
    static Optional<Refusal> contentRefusal(HttpRequest request) {
        return request.header("Content-Type").map(HttpRules::isJson).orElse(true)
                ? Optional.empty()
                : Optional.of(new Refusal(415, "The Content-Type must be application/json."));
    }

    /** Whether the client can read an event stream. */
    static boolean takesEvents(HttpRequest request) {
        return request.header("Accept")
                .map(accept -> takes(accept, "text/event-stream", "text/*"))
                .orElse(true);
    }

    private static boolean isJson(String contentType) {
        return mediaType(contentType).equals(JSON);
    }

    private static boolean takesJson(String accept) {
        return takes(accept, JSON, "application/*");
    }

    private static boolean takes(String accept, String type, String range) {
        return accept.isBlank()
                || Arrays.stream(accept.split(","))
                        .map(HttpRules::mediaType)
                        .anyMatch(each -> each.equals(type) || each.equals(range) || each.equals("*/*"));
    }

    private static String mediaType(String value) {
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
