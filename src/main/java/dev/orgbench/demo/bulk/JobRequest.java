package dev.orgbench.demo.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.bulk.CsvForm.Delimiter;
import dev.orgbench.demo.bulk.CsvForm.LineEnding;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.demo.wire.Json;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a client sends to make a job. (Bulk API 2.0 guide, "Create a Job".) Keys that it does not name are ignored. */
final class JobRequest {
    private final ObjectNode body;

    JobRequest(ObjectNode body) {
        this.body = body;
    }

    /** The text under {@code key}; null where there is none. */
    @Nullable
    String text(String key) throws ApiError {
        JsonNode value = body.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw Json.parserError(
                    "Cannot deserialize instance of string from " + value.asToken() + " value for " + key);
        }
        return value.textValue().isBlank() ? null : value.textValue().strip();
    }

    String required(String key) throws ApiError {
        String text = text(key);
        if (text == null) {
            throw Refusals.invalidJob(Wording.missing(key));
        }
        return text;
    }

    CsvForm form() throws ApiError {
        String contentType = text("contentType");
        if (contentType != null && !contentType.equalsIgnoreCase("CSV")) {
            throw Refusals.invalidJob(Wording.notOneOf("contentType", contentType, "CSV"));
        }
        return new CsvForm(
                choice("columnDelimiter", Delimiter.class, Delimiter.COMMA),
                choice("lineEnding", LineEnding.class, LineEnding.LF));
    }

    private <E extends Enum<E>> E choice(String key, Class<E> type, E usual) throws ApiError {
        String text = text(key);
        if (text == null) {
            return usual;
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(text.toUpperCase(Locale.ROOT))) {
                return value;
            }
        }
        String choices = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        throw Refusals.invalidJob(Wording.notOneOf(key, text, choices));
    }

    /** The object that the job writes, which must allow it. */
    SObject object(Schema schema, Operation operation) throws ApiError {
        String name = required("object");
        SObject object = schema.object(name).orElseThrow(() -> Refusals.invalidJob(Wording.unknownObject(name)));
        if (!object.traits().has(operation.trait())) {
            throw Refusals.invalidEntity(object.name());
        }
        return object;
    }

    /** The field that an upsert finds records by; null for other operations. */
    @Nullable
    String externalId(SObject object, Operation operation) throws ApiError {
        if (operation != Operation.UPSERT) {
            return null;
        }
        String name = required("externalIdFieldName");
        return object.field(name)
                .filter(field -> field.name().equals("Id") || Columns.isKey(field))
                .map(Field::name)
                .orElseThrow(() -> Refusals.invalidJob(Wording.noExternalId(name, object.name())));
    }
}
