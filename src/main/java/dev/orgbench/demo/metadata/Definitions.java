package dev.orgbench.demo.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.data.ObjectTables;
import dev.orgbench.demo.data.RecordId;
import dev.orgbench.demo.data.Rows;
import dev.orgbench.demo.data.Sequences;
import dev.orgbench.demo.data.Stamp;
import dev.orgbench.demo.schema.ChildRelationship;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes, changes and deletes custom objects and fields: their definition and their table or column. Call it inside {@link
 * dev.orgbench.demo.data.OrgFile#reshape}, and let {@link Catalogue#load} follow.
 */
public final class Definitions {
    private static final String SUFFIX = "__c";

    private final Catalogue catalogue;

    public Definitions(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Makes an object with its standard fields.
     *
     * @param fullName {@code Invoice__c}
     * @return the new object's 01I id
     */
    public String createObject(Connection db, String fullName, ObjectNode metadata, Stamp stamp)
            throws ApiError, SQLException {
        String developerName = developerName(fullName, "Custom Object");
        if (catalogue.current(db).object(fullName).isPresent()) {
            throw new ApiError(
                    400,
                    "DUPLICATE_DEVELOPER_NAME",
                    "There is already a custom object named " + developerName + ".",
                    List.of("FullName"));
        }
        String id = Sequences.nextId(db, "01I");
        String keyPrefix = RecordId.customPrefix(Sequences.next(db, "prefix", 0));
        CustomObjectDefinition definition = CustomObjectDefinition.read(id, fullName, keyPrefix, metadata);
        Map<String, @Nullable Object> row = described(definition);
        row.put("Id", id);
        row.put("DeveloperName", developerName);
        row.put("ManageableState", "unmanaged");
        row.put("FullName", fullName);
        row.put("KeyPrefix", keyPrefix);
        row.put("CreatedDate", stamp.at());
        row.put("CreatedById", stamp.userId());
        modified(row, stamp);
        Rows.insert(db, ToolingObjects.CUSTOM_OBJECT, row);
        ObjectTables.create(db, definition.object());
        DefinitionRows.insert(db, definition.object(), stamp.at());
        return id;
    }

    /** Replaces the metadata as a whole. */
    public void updateObject(Connection db, String id, ObjectNode metadata, Stamp stamp)
            throws ApiError, SQLException {
        SObject object = objectOf(db, id);
        CustomObjectDefinition definition =
                CustomObjectDefinition.read(DefinitionRows.durableId(object), object.name(), object.keyPrefix(), metadata);
        Map<String, @Nullable Object> row = described(definition);
        modified(row, stamp);
        Rows.update(db, ToolingObjects.CUSTOM_OBJECT, DefinitionRows.durableId(object), row);
        DefinitionRows.write(db, catalogue.current(db).object(object.name()).orElseThrow(), stamp.at());
    }

    /** Deletes the object, its fields and its records. */
    public void deleteObject(Connection db, String id) throws ApiError, SQLException {
        SObject object = objectOf(db, id);
        for (ChildRelationship relationship : catalogue.current(db).childRelationships(object)) {
            if (relationship.field().endsWith(SUFFIX)
                    && !relationship.childSObject().equals(object.name())) {
                throw new ApiError(
                        400,
                        "DEPENDENCY_EXISTS",
                        "This custom object is referenced elsewhere in salesforce.com. : Custom Field - "
                                + relationship.childSObject() + "." + relationship.field());
            }
        }
        String durableId = DefinitionRows.durableId(object);
        delete(db, "DELETE FROM CustomField WHERE TableEnumOrId = ?", durableId);
        delete(db, "DELETE FROM CustomObject WHERE Id = ?", durableId);
        DefinitionRows.remove(db, durableId);
        ObjectTables.drop(db, object);
    }

    /**
     * Makes a field on a standard or custom object.
     *
     * @param fullName {@code Account.Rank__c}
     * @return the new field's 00N id
     */
    public String createField(Connection db, String fullName, ObjectNode metadata, Stamp stamp)
            throws ApiError, SQLException {
        int dot = fullName.indexOf('.');
        if (dot < 1) {
            throw new ApiError(
                    400,
                    "FIELD_INTEGRITY_EXCEPTION",
                    "Invalid fullName '" + fullName + "': write it as Object.Field__c",
                    List.of("FullName"));
        }
        Schema schema = catalogue.current(db);
        String objectName = fullName.substring(0, dot);
        SObject object = schema.object(objectName)
                .orElseThrow(() -> new ApiError(
                        400,
                        "INVALID_CROSS_REFERENCE_KEY",
                        "Entity Enumeration Or ID: no object named " + objectName,
                        List.of("FullName")));
        String name = fullName.substring(dot + 1);
        String developerName = developerName(name, "Custom Field");
        if (object.field(name).isPresent()) {
            throw new ApiError(
                    400,
                    "DUPLICATE_DEVELOPER_NAME",
                    "There is already a field named " + developerName + " on " + object.label() + ".",
                    List.of("FullName"));
        }
        String id = Sequences.nextId(db, "00N");
        CustomFieldDefinition definition = CustomFieldDefinition.read(id, name, metadata, schema);
        checkRelationship(schema, definition, object.name() + "." + name);
        Map<String, @Nullable Object> row = described(definition);
        row.put("Id", id);
        row.put("DeveloperName", developerName);
        row.put("ManageableState", "unmanaged");
        row.put("TableEnumOrId", DefinitionRows.durableId(object));
        row.put("EntityDefinitionId", DefinitionRows.durableId(object));
        row.put("FullName", object.name() + "." + name);
        row.put("CreatedDate", stamp.at());
        row.put("CreatedById", stamp.userId());
        modified(row, stamp);
        Rows.insert(db, ToolingObjects.CUSTOM_FIELD, row);
        ObjectTables.addColumn(db, object, definition.field());
        DefinitionRows.insert(db, object, definition.field(), stamp.at());
        return id;
    }

    /** Replaces the metadata as a whole. */
    public void updateField(Connection db, String id, ObjectNode metadata, Stamp stamp)
            throws ApiError, SQLException {
        Place place = fieldOf(db, id);
        Schema schema = catalogue.current(db);
        Field field = place.field();
        CustomFieldDefinition definition = CustomFieldDefinition.read(field.id(), field.name(), metadata, schema);
        CustomFieldType before = CustomFieldType.of(metadataType(field));
        if (!before.canBecome(definition.type())) {
            throw new ApiError(
                    400,
                    "FIELD_INTEGRITY_EXCEPTION",
                    "Cannot change the type of " + field.name() + " from " + before.metadataName() + " to "
                            + definition.type().metadataName(),
                    List.of("type"));
        }
        checkRelationship(schema, definition, place.object().name() + "." + field.name());
        Map<String, @Nullable Object> row = described(definition);
        modified(row, stamp);
        Rows.update(db, ToolingObjects.CUSTOM_FIELD, place.id(), row);
        DefinitionRows.write(db, catalogue.current(db).object(place.object().name()).orElseThrow(), stamp.at());
    }

    /** Deletes the field and what it held. */
    public void deleteField(Connection db, String id, Stamp stamp) throws ApiError, SQLException {
        Place place = fieldOf(db, id);
        delete(db, "DELETE FROM CustomField WHERE Id = ?", place.id());
        ObjectTables.dropColumn(db, place.object(), place.field());
        DefinitionRows.write(db, catalogue.current(db).object(place.object().name()).orElseThrow(), stamp.at());
    }

    /** A custom field and where it is. */
    private record Place(String id, SObject object, Field field) {}

    private Place fieldOf(Connection db, String id) throws ApiError, SQLException {
        String full = RecordId.parse(id).orElseThrow(Definitions::notFound);
        for (SObject object : catalogue.current(db).objects()) {
            for (Field field : object.fields()) {
                if (full.equals(field.id())) {
                    return new Place(full, object, field);
                }
            }
        }
        throw notFound();
    }

    private SObject objectOf(Connection db, String id) throws ApiError, SQLException {
        String full = RecordId.parse(id).orElseThrow(Definitions::notFound);
        return catalogue.current(db).objects().stream()
                .filter(object -> full.equals(object.id()))
                .findFirst()
                .orElseThrow(Definitions::notFound);
    }

    private static ApiError notFound() {
        return new ApiError(404, "NOT_FOUND", "The requested resource does not exist");
    }

    private static void checkRelationship(Schema schema, CustomFieldDefinition definition, String fullName)
            throws ApiError {
        String name = definition.childRelationship();
        for (String parent : definition.field().referenceTo()) {
            for (ChildRelationship other :
                    schema.childRelationships(schema.object(parent).orElseThrow())) {
                boolean itself = fullName.equalsIgnoreCase(other.childSObject() + "." + other.field());
                if (name != null && !itself && (name + "__r").equalsIgnoreCase(other.relationshipName())) {
                    throw new ApiError(
                            400,
                            "DUPLICATE_DEVELOPER_NAME",
                            "There is already a Child Relationship named " + name + " on " + parent + ".",
                            List.of("relationshipName"));
                }
            }
        }
    }

    private static String developerName(String name, String what) throws ApiError {
        if (!name.endsWith(SUFFIX)) {
            throw new ApiError(
                    400,
                    "FIELD_INTEGRITY_EXCEPTION",
                    "Invalid fullName '" + name + "', must end in a custom suffix (e.g. __c)",
                    List.of("FullName"));
        }
        String developerName = name.substring(0, name.length() - SUFFIX.length());
        MetadataKeys.checkDeveloperName(developerName, what);
        return developerName;
    }

    private static Map<String, @Nullable Object> described(CustomObjectDefinition definition) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("Description", text(definition.metadata(), "description"));
        row.put("SharingModel", text(definition.metadata(), "sharingModel"));
        row.put("Language", "en_US");
        row.put("Metadata", definition.metadata().toString());
        return row;
    }

    private static Map<String, @Nullable Object> described(CustomFieldDefinition definition) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        Field field = definition.field();
        row.put("Description", text(definition.metadata(), "description"));
        row.put("InlineHelpText", field.inlineHelpText());
        row.put("RelationshipLabel", text(definition.metadata(), "relationshipLabel"));
        row.put("Length", field.length() == 0 ? null : (long) field.length());
        row.put("Precision", field.precision() == 0 ? null : (long) field.precision());
        row.put("Scale", field.precision() == 0 ? null : (long) field.scale());
        row.put("Metadata", definition.metadata().toString());
        return row;
    }

    private static void modified(Map<String, @Nullable Object> row, Stamp stamp) {
        row.put("LastModifiedDate", stamp.at());
        row.put("LastModifiedById", stamp.userId());
    }

    private static @Nullable String text(ObjectNode metadata, String key) {
        return metadata.path(key).isTextual() ? metadata.path(key).textValue() : null;
    }

    private static String metadataType(Field field) throws SQLException {
        try {
            return Catalogue.json(String.valueOf(field.metadata())).path("type").asText();
        } catch (JsonProcessingException e) {
            throw new SQLException("The definition of " + field.name() + " can not be read", e);
        }
    }

    private static void delete(Connection db, String sql, String id) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement(sql)) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }
}
