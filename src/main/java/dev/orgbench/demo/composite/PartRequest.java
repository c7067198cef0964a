package dev.orgbench.demo.composite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.api.ApiRequest;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.demo.wire.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request within another.
 *
 * @param parameters of the query, decoded
 * @param headers by their names in lower case
 * @param content the body, empty for none
 */
record PartRequest(
        String method,
        String path,
        Map<String, String> parameters,
        Map<String, String> headers,
        String content,
        String instanceUrl)
        implements ApiRequest {

    /**
     * Reads a part's parts. Its URL may hold spaces as they are, and may leave out {@code /services/data/}.
     *
     * @param body a missing node for none
     */
    static PartRequest of(String method, String url, JsonNode headers, JsonNode body, String instanceUrl)
            throws ApiError {
        int mark = url.indexOf('?');
        String path = mark < 0 ? url : url.substring(0, mark);
        String full =
                path.startsWith("/") ? path : path.startsWith("services/") ? "/" + path : "/services/data/" + path;
        Map<String, String> named = new LinkedHashMap<>();
        headers.properties()
                .forEach(header -> named.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().asText()));
        try {
            boolean empty = body.isMissingNode() || body.isNull();
            String content = empty ? "" : new String(Json.write(body, false), StandardCharsets.UTF_8);
            return new PartRequest(
                    method.toUpperCase(Locale.ROOT),
                    full,
                    parameters(mark < 0 ? "" : url.substring(mark + 1)),
                    named,
                    content,
                    instanceUrl);
        } catch (JsonProcessingException e) {
            throw Json.malformed(e);
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    /** A percent sign that begins no code stands for itself: these URLs are often written by hand. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    @Override
    public Optional<String> query(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** What the whole request was allowed to hold, its parts may hold too. */
    @Override
    public byte[] body(int limit) {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
