package dev.orgbench.demo.data;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orgbench.demo.ApiError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of a record as a client sent them.
 *
 * @param values by the name that the client wrote
 */
public record RecordInput(Map<String, Given> values) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** A value, and where it stands in the body, from 1. */
    public record Given(String name, JsonNode value, int line, int column) {
        /** The error for a value that the field's type can not take. The wording follows Salesforce's JSON reader. */
        ApiError cannotBe(String type) {
            String text = value.isObject() ? "{" : value.isArray() ? "[" : value.asText();
            return new ApiError(
                    400,
                    "JSON_PARSER_ERROR",
                    "Cannot deserialize instance of " + type + " from " + token() + " value " + text
                            + " or request may be missing a required field at [line:" + line + ", column:" + column
                            + "]");
        }

        private String token() {
            return value.asToken().name();
        }
    }

    /**
     * Reads one JSON object.
     *
     * @throws ApiError JSON_PARSER_ERROR with the place of the fault
     */
    public static RecordInput parse(byte[] body) throws ApiError {
        if (body.length == 0) {
            throw new ApiError(
                    400,
                    "JSON_PARSER_ERROR",
                    "The HTTP entity body is required, but this request has no entity body.");
        }
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ApiError(
                        400, "JSON_PARSER_ERROR", "Unexpected input: a record is a JSON object at " + at(parser));
            }
            Map<String, Given> values = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                JsonLocation place = parser.currentTokenLocation();
                JsonNode value = JSON.readTree(parser);
                values.put(name, new Given(name, value, place.getLineNr(), place.getColumnNr()));
            }
            if (parser.nextToken() != null) {
                throw new ApiError(400, "JSON_PARSER_ERROR", "Unexpected content after the record at " + at(parser));
            }
            return new RecordInput(values);
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (NumberFormatException e) {
            throw outOfAllRange();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Salesforce answers to text that is no JSON. */
    public static ApiError malformed(JsonProcessingException e) {
        JsonLocation place = e.getLocation();
        String where = place == null ? "" : " at [line:" + place.getLineNr() + ", column:" + place.getColumnNr() + "]";
        String message = e.getOriginalMessage();
        // Jackson's advice on its settings is not for clients.
        return new ApiError(400, "JSON_PARSER_ERROR", (message.contains("`") ? "Unexpected token" : message) + where);
    }

    /** For a number like {@code 1e9999999999}, which Jackson lets through and BigDecimal cannot hold. */
    public static ApiError outOfAllRange() {
        return new ApiError(400, "JSON_PARSER_ERROR", "A number is out of all range");
    }

    private static String at(JsonParser parser) {
        JsonLocation place = parser.currentTokenLocation();
        return "[line:" + place.getLineNr() + ", column:" + place.getColumnNr() + "]";
    }
}
