package dev.orgbench.mcp.server;

import dev.orgbench.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the transport wants of a posted message before anybody reads its body. Content types are held to only where that
 * protects or helps: a form or plain text, which any web page may post without asking, is refused, and so is a client
 * that could not read the answer; a missing header is not.
 */
final class HttpRules {
    private static final String JSON = "application/json";
    private static final Pattern UNWANTED =
            Pattern.compile(";\\s*q\\s*=\\s*0(\\.0*)?\\s*(;|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*+\"");

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

    /** Of all that are given: a second Content-Type could be the one that somebody before us went by. */
    private static boolean isJson(String contentType) {
        return elements(contentType).map(HttpRules::mediaType).allMatch(JSON::equals);
    }

    private static boolean takesJson(String accept) {
        return takes(accept, JSON, "application/*");
    }

    /** The most specific range that fits decides, and a weight of 0 is a no (RFC 9110, 12.4.2 and 12.5.1). */
    private static boolean takes(String accept, String type, String range) {
        if (accept.isBlank()) {
            return true;
        }
        for (String fitting : List.of(type, range, "*/*")) {
            List<String> given = elements(accept)
                    .filter(each -> mediaType(each).equals(fitting))
                    .toList();
            if (!given.isEmpty()) {
                return given.stream().anyMatch(each -> !UNWANTED.matcher(each).find());
            }
        }
        return false;
    }

    /** The parts between commas; what stands in quotes is left out. */
    private static Stream<String> elements(String value) {
        return Arrays.stream(QUOTED.matcher(value).replaceAll("").split(","));
    }

    private static String mediaType(String value) {
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
