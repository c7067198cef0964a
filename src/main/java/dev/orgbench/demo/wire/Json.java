package dev.orgbench.demo.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The JSON of requests, answers and stored definitions. Numbers keep all their digits. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // Emoji as they are, not as two escapes.
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final ObjectReader INNER = MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /** The one value that {@code text} holds; a missing node where it holds none. */
    public static JsonNode read(byte[] text) throws IOException {
        return MAPPER.readTree(text);
    }

    /** The one value that {@code text} holds; a missing node where it holds none. */
    public static JsonNode read(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /** The same, for text that the org wrote itself and that must be JSON. */
    public static JsonNode own(String text) {
        try {
            return read(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("The demo org holds a definition that is no JSON", e);
        }
    }

    /** For those who need to know where values stand; {@link #value} reads them. */
    public static JsonParser parser(byte[] text) throws IOException {
        return MAPPER.createParser(text);
    }

    /** The value that {@code parser} is at. */
    public static JsonNode value(JsonParser parser) throws IOException {
        return INNER.readTree(parser);
    }

    public static byte[] write(JsonNode node, boolean indented) throws JsonProcessingException {
        return indented
                ? MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(node)
                : MAPPER.writeValueAsBytes(node);
    }

    /** What Salesforce answers to a body that is no JSON. */
    public static ApiError malformed(JsonProcessingException e) {
        JsonLocation place = e.getLocation();
        String message = e.getOriginalMessage();
        // Jackson's advice on its settings is not for clients.
        return parserError(
                (message.contains("`") ? "Unexpected token" : message) + (place == null ? "" : " at " + text(place)));
    }

    /** For a number like {@code 1e9999999999}, which Jackson lets through and BigDecimal cannot hold. */
    public static ApiError outOfAllRange() {
        return parserError("A number is out of all range");
    }

    /** What Salesforce answers to a request without the body that it needs. */
    public static ApiError noBody() {
        return parserError("The HTTP entity body is required, but this request has no entity body.");
    }

    /** {@code [line:1, column:7]}. */
    public static String text(JsonLocation place) {
        return "[line:" + place.getLineNr() + ", column:" + place.getColumnNr() + "]";
    }

    /** JSON_PARSER_ERROR, for a body that is not what the request needs. */
    public static ApiError parserError(String message) {
        return new ApiError(400, "JSON_PARSER_ERROR", message);
    }
}
