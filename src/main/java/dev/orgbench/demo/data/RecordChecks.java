package dev.orgbench.demo.data;

import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.RecordType;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what a client wrote against the schema and the records that it points to. */
final class RecordChecks {
    private final Connection db;
    private final Schema schema;

    RecordChecks(Connection db, Schema schema) {
        this.db = db;
        this.schema = schema;
    }

    /** The given values as they are stored, by the fields' API names. */
    Map<String, @Nullable Object> read(SObject object, RecordInput input, boolean create)
            throws ApiError, SQLException {
        Map<Field, RecordInput.Given> fields = new LinkedHashMap<>();
        List<String> forbidden = new ArrayList<>();
        for (RecordInput.Given given : input.values().values()) {
            if (given.name().equals("attributes")) {
                continue;
            }
            Field field = field(object, given);
            if (field.type() == FieldType.ID) {
                throw idGiven(create);
            }
            if (!(create ? field.createable() : field.updateable())) {
                forbidden.add(field.name());
            }
            fields.put(field, given);
        }
        if (!forbidden.isEmpty()) {
            throw ApiError.notWritable(forbidden);
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Map.Entry<Field, RecordInput.Given> entry : fields.entrySet()) {
            Field field = entry.getKey();
            values.put(field.name(), value(object, field, entry.getValue()));
        }
        return values;
    }

    /** The field of that name, or the reference behind a relationship of that name. */
    private static Field field(SObject object, RecordInput.Given given) throws ApiError {
        return object.field(given.name())
                .or(() -> object.relationship(given.name())
                        .filter(_ -> given.value().isObject() || given.value().isNull()))
                .orElseThrow(() -> ApiError.noSuchColumn(given.name(), object.name()));
    }

    private @Nullable Object value(SObject object, Field field, RecordInput.Given given) throws ApiError, SQLException {
        boolean byRelationship =
                !given.name().equalsIgnoreCase(field.name()) && given.value().isObject();
        if (byRelationship) {
            return reference(object, field, new ExternalIds(db, schema).resolve(field, given));
        }
        Object value = ValueReader.read(field, given);
        return field.type() == FieldType.REFERENCE && value != null
                ? reference(object, field, value.toString())
                : value;
    }

    /** What a lead was stands fast once it is a contact. (Knowledge article 000384333, help.salesforce.com.) */
    static void notConverted(SObject object, Map<String, @Nullable Object> row) throws ApiError {
        if (object.name().equals("Lead") && Long.valueOf(1).equals(row.get("IsConverted"))) {
            throw new ApiError(400, "CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead");
        }
    }

    /** Refuses a record above itself. */
    void hierarchy(SObject object, String id, Map<String, @Nullable Object> given) throws ApiError, SQLException {
        for (Field field : object.fields()) {
            boolean standardTree = !field.custom() && field.referenceTo().equals(List.of(object.name()));
            if (standardTree && given.get(field.name()) instanceof String parent) {
                Set<String> seen = new HashSet<>();
                Optional<String> above = Optional.of(parent);
                while (above.isPresent() && seen.add(above.get())) {
                    if (above.get().equals(id)) {
                        // [K] the wording
                        throw new ApiError(
                                400,
                                "CIRCULAR_DEPENDENCY",
                                "attempt to violate hierarchy constraints",
                                List.of(field.name()));
                    }
                    above = Rows.text(db, object, field.name(), above.get());
                }
            }
        }
    }

    static void unique(Connection db, SObject object, Map<String, @Nullable Object> row, Set<String> given)
            throws ApiError, SQLException {
        for (Field field : object.fields()) {
            Object value = row.get(field.name());
            if (!field.unique() || value == null || !given.contains(field.name())) {
                continue;
            }
            Optional<String> other = Rows.other(db, object, field, value, String.valueOf(row.get("Id")));
            if (other.isPresent()) {
                throw new ApiError(
                        400,
                        "DUPLICATE_VALUE",
                        "duplicate value found: " + field.name() + " duplicates value on record with id: "
                                + other.get().substring(0, 15));
            }
        }
    }

    private String reference(SObject object, Field field, String text) throws ApiError, SQLException {
        String id = RecordId.parse(text).orElseThrow(() -> wrongId(field, text));
        if (field.name().equals("RecordTypeId")) {
            return recordType(object, field, id);
        }
        Optional<SObject> target = schema.objectOf(id);
        if (target.isEmpty() || !field.referenceTo().contains(target.get().name())) {
            throw wrongId(field, text);
        }
        Map<String, @Nullable Object> row = Rows.find(db, target.get(), id)
                .orElseThrow(() -> new ApiError(
                        400, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", List.of(field.name())));
        if (Long.valueOf(1).equals(row.get("IsDeleted"))) {
            throw new ApiError(400, "ENTITY_IS_DELETED", "entity is deleted", List.of(field.name()));
        }
        return id;
    }

    private static String recordType(SObject object, Field field, String id) throws ApiError {
        if (!id.equals(RecordType.MASTER)
                && object.recordTypes().stream().noneMatch(type -> type.id().equals(id))) {
            throw new ApiError(
                    400,
                    "INVALID_CROSS_REFERENCE_KEY",
                    field.label() + ": this ID value isn't valid for the user: " + id,
                    List.of(field.name()));
        }
        return id;
    }

    private static ApiError wrongId(Field field, String text) {
        return new ApiError(
                400, "MALFORMED_ID", field.label() + ": id value of incorrect type: " + text, List.of(field.name()));
    }

    private static ApiError idGiven(boolean create) {
        return create
                ? new ApiError(
                        400, "INVALID_FIELD_FOR_INSERT_UPDATE", "cannot specify Id in an insert call", List.of("Id"))
                : new ApiError(400, "INVALID_FIELD", "The Id field should not be specified in the sobject data.");
    }
}
