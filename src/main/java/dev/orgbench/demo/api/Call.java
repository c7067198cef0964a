package dev.orgbench.demo.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.data.RecordInput;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.demo.wire.Json;
import dev.orgbench.http.MalformedBodyException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One request to a resource of the data API, signed in.
 *
 * @param base {@code /services/data/v67.0}, in the version that the client asked for
 * @param path the segments after the family's own: for {@code .../sobjects/Account/describe} these two
 * @param userId whose session it is
 */
public record Call(ApiRequest request, String base, List<String> path, String userId) {
    private static final Pattern ALLOW_SAVE = Pattern.compile("(?i)\\ballowSave\\s*=\\s*true\\b");
    private static final int LARGEST_BODY = 50 * 1024 * 1024;

    /** The method; {@code ?_HttpMethod=PATCH} lets clients that know only POST say another. */
    public String method() {
        String method = request.method().toUpperCase(Locale.ROOT);
        return method.equals("POST")
                ? request.query("_HttpMethod")
                        .map(m -> m.toUpperCase(Locale.ROOT))
                        .orElse(method)
                : method;
    }

    public boolean isGet() {
        return method().equals("GET") || method().equals("HEAD");
    }

    /** The error for a method that the resource has not. */
    public ApiError methodNotAllowed(String... allowed) {
        return new ApiError(
                        405,
                        "METHOD_NOT_ALLOWED",
                        "HTTP Method '" + method() + "' not allowed. Allowed are " + String.join(",", allowed))
                .with("Allow", String.join(", ", allowed));
    }

    public void requireGet() throws ApiError {
        if (!isGet()) {
            throw methodNotAllowed("GET", "HEAD");
        }
    }

    /** The API version that the client asked for: 67. */
    public int version() {
        String number = base.substring(base.indexOf("/v") + 2);
        return Integer.parseInt(number.substring(0, number.indexOf('.')));
    }

    public Optional<String> query(String name) {
        return request.query(name);
    }

    public byte[] body() throws ApiError, IOException {
        try {
            return request.body(LARGEST_BODY);
        } catch (MalformedBodyException e) {
            throw Json.parserError("The request body is not readable as gzip");
        }
    }

    public RecordInput record() throws ApiError, IOException {
        return RecordInput.parse(body());
    }

    /** The body as one JSON object. */
    public ObjectNode json() throws ApiError, IOException {
        byte[] body = body();
        try {
            JsonNode node = Json.read(body);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw Json.malformed(e);
        } catch (NumberFormatException e) {
            throw Json.outOfAllRange();
        }
        throw body.length == 0 ? Json.noBody() : Json.parserError("Unexpected input: the body must be a JSON object");
    }

    /** Whether the client wants records saved that duplicate rules would hold back. */
    public boolean allowsDuplicates() {
        return request.header("Sforce-Duplicate-Rule-Header")
                .filter(header -> ALLOW_SAVE.matcher(header).find())
                .isPresent();
    }

    /** The same call, one segment further down. */
    public Call below() {
        return new Call(request, base, path.subList(1, path.size()), userId);
    }

    public Call withBase(String other) {
        return new Call(request, other, path, userId);
    }
}
