package dev.orgbench.demo.data;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.demo.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    public record Given(
            String name, JsonNode value, @Nullable JsonLocation place) {
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
            String where = place.equals(JsonLocation.NA) ? "" : " at " + Json.text(place);
            return Json.parserError("Cannot deserialize instance of " + type + " from " + value.asToken() + " value "
                    + text + " or request may be missing a required field" + where);
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

    /** A record within a larger body; places are counted from its own beginning. */
    public static RecordInput of(ObjectNode record) throws ApiError {
        try {
            return parse(Json.write(record, false));
        } catch (JsonProcessingException e) {
            throw Json.malformed(e);
        }
    }

    /** The value of that name, in any case. */
    public Optional<Given> find(String name) {
        return values.values().stream()
                .filter(given -> given.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The same without the values of that name, in any case. */
    public RecordInput without(String name) {
        Map<String, Given> others = new LinkedHashMap<>(values);
        others.keySet().removeIf(other -> other.equalsIgnoreCase(name));
        return new RecordInput(others);
    }

    /** The same with a value that stands in no body. */
    public RecordInput with(String name, String value) {
        Map<String, Given> more = new LinkedHashMap<>(values);
        more.put(name, new Given(name, TextNode.valueOf(value), JsonLocation.NA));
        return new RecordInput(more);
    }

    private static ApiError unexpected(String what, JsonParser parser) {
        return Json.parserError(what + " at " + Json.text(parser.currentTokenLocation()));
    }
}
