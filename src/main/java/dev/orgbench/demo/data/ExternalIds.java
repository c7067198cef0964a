package dev.orgbench.demo.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records by the values of their external ids, and of the standard fields that describe calls {@code idLookup}. */
final class ExternalIds {
    /** As many as an error or a 300 lists. */
    private static final int MOST = 200;

    private final Connection db;
    private final Schema schema;

    ExternalIds(Connection db, Schema schema) {
        this.db = db;
        this.schema = schema;
    }

    /** Whether records may be found by it. */
    static boolean isKey(Field field) {
        return field.externalId() || field.idLookup();
    }

    /** The ids of the live records that have the given value; none where it is empty. */
    List<String> find(SObject object, Field key, RecordInput.Given given) throws ApiError, SQLException {
        Object value = ValueReader.read(key, given);
        if (value == null) {
            return List.of();
        }
        if (key.type() == FieldType.ID) {
            String id = RecordId.parse(value.toString())
                    .filter(text -> text.startsWith(object.keyPrefix()))
                    .orElseThrow(() -> ApiError.idOfAnother(object.label(), value.toString()));
            return select(object, key, id);
        }
        return select(object, key, value);
    }

    /**
     * The id that a body's {@code {"Account": {"Ext__c": "v"}}} stands for.
     *
     * @param reference the field behind the relationship that the body names
     */
    String resolve(Field reference, RecordInput.Given given) throws ApiError, SQLException {
        JsonNode parent = given.value();
        SObject target = target(reference, parent, given);
        List<Map.Entry<String, JsonNode>> keys = parent.properties().stream()
                .filter(entry -> !entry.getKey().equals("attributes"))
                .toList();
        if (keys.size() != 1) {
            throw new ApiError(
                    400, "INVALID_FIELD", "Specify exactly one field of " + given.name() + " to find the record by");
        }
        String name = keys.getFirst().getKey();
        Field key = target.field(name).orElseThrow(() -> ApiError.noSuchColumn(name, target.name()));
        if (!isKey(key)) {
            throw new ApiError(
                    400,
                    "INVALID_FIELD",
                    "Field name provided, " + name
                            + " does not match an External ID, Salesforce Id, or indexed field for " + target.name());
        }
        JsonNode value = keys.getFirst().getValue();
        List<String> ids = find(target, key, new RecordInput.Given(name, value, given.place()));
        if (ids.isEmpty()) {
            throw new ApiError(
                    400,
                    "INVALID_FIELD",
                    "Foreign key external ID: " + value.asText() + " not found for field " + key.name() + " in entity "
                            + target.name());
        }
        return only(ids);
    }

    /** The one id. */
    static String only(List<String> ids) throws ApiError {
        if (ids.size() > 1) {
            throw new ApiError(
                    400, "DUPLICATE_EXTERNAL_ID", "More than one record found for external id field: " + ids);
        }
        return ids.getFirst();
    }

    private SObject target(Field reference, JsonNode parent, RecordInput.Given given) throws ApiError {
        String type = parent.path("attributes").path("type").asText();
        Optional<SObject> target = reference.referenceTo().stream()
                .filter(name -> type.isEmpty() || name.equalsIgnoreCase(type))
                .flatMap(name -> schema.object(name).stream())
                .findFirst();
        return target.orElseThrow(
                () -> new ApiError(400, "INVALID_TYPE", type + " is no type that " + given.name() + " can be"));
    }

    private List<String> select(SObject object, Field key, @Nullable Object value) throws SQLException {
        String live = object.field("IsDeleted").isPresent() ? " AND IsDeleted = 0" : "";
        String collation = key.ignoresCase() ? " COLLATE NOCASE" : "";
        try (PreparedStatement statement = db.prepareStatement("SELECT Id FROM " + SqlText.name(object.name())
                + " WHERE " + SqlText.name(key.name()) + " = ?" + collation + live + " ORDER BY Id LIMIT " + MOST)) {
            statement.setObject(1, value);
            List<String> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        }
    }
}
