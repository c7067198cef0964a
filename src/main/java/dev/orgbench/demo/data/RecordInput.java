package dev.orgbench.demo.data;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a record as a client sent them.
 *
 * @param values by the name that the client wrote
 */
public record RecordInput(Map<String, Given> values) {
    /**
     * A value, and where it stands in the body.
     *
     * @param place null where the body is no JSON
     */
    public record Given(String name, JsonNode value, @Nullable JsonLocation place) {
        /** The error for a value that the field's type can not take. The wording follows Salesforce's JSON reader. */
        ApiError cannotBe(String type) {
            if (place == null) {
                return new ApiError(
                        400,
                        "INVALID_TYPE_ON_FIELD_IN_RECORD",
                        name + ": value not of required type: " + value.asText(),
                        List.of(name));
            }
            String text = value.isObject() ? "{" : value.isArray() ? "[" : value.asText();
            return Json.parserError("Cannot deserialize instance of " + type + " from " + value.asToken() + " value " + text
                    + " or request may be missing a required field at " + Json.text(place));
        }
    }

    /**
     * Reads one JSON object.
     *
     * @throws ApiError JSON_PARSER_ERROR with the place of the fault
     */
    public static RecordInput parse(byte[] body) throws ApiError {
        if (body.length == 0) {
            throw Json.noBody();
        }
        try (JsonParser parser = Json.parser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw unexpected("Unexpected input: a record is a JSON object", parser);
            }
            Map<String, Given> values = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                JsonLocation place = parser.currentTokenLocation();
                JsonNode value = Json.value(parser);
                values.put(name, new Given(name, value, place));
            }
            if (parser.nextToken() != null) {
                throw unexpected("Unexpected content after the record", parser);
            }
            return new RecordInput(values);
        } catch (JsonProcessingException e) {
            throw Json.malformed(e);
        } catch (NumberFormatException e) {
            throw Json.outOfAllRange();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiError unexpected(String what, JsonParser parser) {
        return Json.parserError(what + " at " + Json.text(parser.currentTokenLocation()));
    }
}
