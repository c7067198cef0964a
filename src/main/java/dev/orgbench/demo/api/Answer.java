package dev.orgbench.demo.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the org answers.
 *
 * @param body null for none
 */
public record Answer(int status, @Nullable Body body, Map<String, String> headers) {
    /** What an answer carries. */
    public sealed interface Body {}

    /** A JSON value. */
    public record JsonBody(JsonNode value) implements Body {}

    /** A body of any other kind, written as it is sent. */
    public record StreamBody(String contentType, Writing content) implements Body {}

    /** Writes a body; once the client has gone, writing fails. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** An answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, null, Map.of());
    }

    public static Answer json(int status, JsonNode body) {
        return new Answer(status, new JsonBody(body), Map.of());
    }

    /** Text in UTF-8. */
    public static Answer text(int status, String contentType, String text) {
        return stream(status, contentType, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A body that need not fit in memory. */
    public static Answer stream(int status, String contentType, Writing content) {
        return new Answer(status, new StreamBody(contentType, content), Map.of());
    }

    public static Answer ok(JsonNode body) {
        return json(200, body);
    }

    public static Answer created(JsonNode body) {
        return json(201, body);
    }

    public static Answer noContent() {
        return empty(204);
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, body, more);
    }
}
