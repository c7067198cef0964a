package dev.orgbench.demo.metadata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.data.ObjectTables;
import dev.orgbench.demo.data.RecordId;
import dev.orgbench.demo.data.Rows;
import dev.orgbench.demo.data.Sequences;
import dev.orgbench.demo.data.Stamp;
import dev.orgbench.demo.schema.ChildRelationship;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.demo.wire.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes, changes and deletes custom fields: their definition and their column.
 */
public final class CustomFields implements Definitions {
    private static final Set<String> ACTIVITIES = Set.of("Task", "Event");

    private final Catalogue catalogue;

    public CustomFields(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Makes a field on a standard or custom object.
     *
     * @param fullName {@code Account.Rank__c}
     * @return the new field's 00N id
     */
    @Override
    public String create(Connection db, String fullName, ObjectNode metadata, Stamp stamp)
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
        requireCustomizable(object);
        String name = fullName.substring(dot + 1);
        String developerName = MetadataKeys.developerName(name, "Custom Field");
        if (object.field(name).isPresent()) {
            throw new ApiError(
                    400,
                    "DUPLICATE_DEVELOPER_NAME",
                    "There is already a field named " + developerName + " on " + object.label() + ".",
                    List.of("FullName"));
        }
        String id = Sequences.nextId(db, "00N");
        CustomFieldDefinition definition = CustomFieldDefinition.read(id, object.name(), name, metadata, schema);
        checkRelationship(schema, definition, object.name() + "." + name);
        Dependency.check(object, definition.field());
        Map<String, @Nullable Object> row = described(definition);
        row.put("Id", id);
        row.put("DeveloperName", developerName);
        row.put("ManageableState", "unmanaged");
        row.put("TableEnumOrId", DefinitionRows.durableId(object));
        row.put("EntityDefinitionId", DefinitionRows.durableId(object));
        row.put("FullName", object.name() + "." + name);
        DefinitionRows.created(row, stamp);
        Rows.insert(db, ToolingObjects.CUSTOM_FIELD, row);
        for (Field field : definition.fields()) {
            ObjectTables.addColumn(db, object, field);
        }
        Schema changed = catalogue.current(db);
        SObject owner = changed.object(object.name()).orElseThrow();
        if (definition.type() == CustomFieldType.MASTER_DETAIL) {
            MasterDetails.check(db, owner);
        }
        FormulaChecks.field(db, changed, owner, definition.field());
        DefinitionRows.write(db, owner, stamp.at());
        return id;
    }

    /** What the field's author should know: that the org can not work its formula out, so that it has no value. */
    @Override
    public Optional<String> warning(Connection db, String id) throws ApiError, SQLException {
        Place place = fieldOf(db, id);
        return FormulaChecks.warning(catalogue.current(db), place.object(), place.field());
    }

    /** Replaces the metadata as a whole. */
    @Override
    public void update(Connection db, String id, ObjectNode metadata, Stamp stamp) throws ApiError, SQLException {
        Place place = fieldOf(db, id);
        Schema schema = catalogue.current(db);
        Field field = place.field();
        CustomFieldDefinition definition =
                CustomFieldDefinition.read(field.id(), place.object().name(), field.name(), metadata, schema);
        CustomFieldType before = CustomFieldType.of(metadataType(field));
        boolean sameKind = field.isStored() == definition.field().isStored();
        if (!before.canBecome(definition.type()) || !sameKind) {
            throw new ApiError(
                    400,
                    "FIELD_INTEGRITY_EXCEPTION",
                    "Cannot change the type of " + field.name() + " from " + before.metadataName() + " to "
                            + definition.type().metadataName(),
                    List.of("type"));
        }
        if (!field.referenceTo().equals(definition.field().referenceTo())) {
            throw new ApiError(
                    400,
                    "FIELD_INTEGRITY_EXCEPTION",
                    "Cannot change what " + field.name() + " points to: it stays "
                            + String.join(", ", field.referenceTo()),
                    List.of("referenceTo"));
        }
        checkRelationship(schema, definition, place.object().name() + "." + field.name());
        Dependency.check(place.object(), definition.field());
        Map<String, @Nullable Object> row = described(definition);
        DefinitionRows.modified(row, stamp);
        Rows.update(db, ToolingObjects.CUSTOM_FIELD, place.id(), row);
        UniqueValues.check(db, place.object(), definition.field());
        Schema changed = catalogue.current(db);
        SObject owner = changed.object(place.object().name()).orElseThrow();
        FormulaChecks.field(db, changed, owner, definition.field());
        FormulaChecks.requireWhole(db, changed);
        DefinitionRows.write(db, owner, stamp.at());
    }

    /** Deletes the field and what it held. */
    @Override
    public void delete(Connection db, String id, Stamp stamp) throws ApiError, SQLException {
        Place place = fieldOf(db, id);
        FormulaChecks.requireNotSummarized(
                catalogue.current(db), place.object().name(), place.field().name());
        Rows.delete(db, ToolingObjects.CUSTOM_FIELD, "Id", place.id());
        FormulaChecks.requireWhole(db, catalogue.current(db));
        for (Field field : place.fields()) {
            ObjectTables.dropColumn(db, place.object(), field);
        }
        DefinitionRows.write(
                db, catalogue.current(db).object(place.object().name()).orElseThrow(), stamp.at());
    }

    /** Tasks and events share their custom fields, which belong to an object of their own: Activity. */
    private static void requireCustomizable(SObject object) throws ApiError {
        if (ACTIVITIES.contains(object.name())) {
            throw new ApiError(
                    400,
                    "FIELD_INTEGRITY_EXCEPTION",
                    "Custom fields of tasks and events belong to Activity, and this demo org makes none there",
                    List.of("FullName"));
        }
        if (!object.custom() && !object.traits().has("layoutable")) {
            throw new ApiError(
                    400, "FIELD_INTEGRITY_EXCEPTION", object.name() + " takes no custom fields", List.of("FullName"));
        }
    }

    /** A custom field and where it is. */
    private record Place(String id, SObject object, Field field) {
        /** The field and its parts. */
        List<Field> fields() {
            return object.fields().stream()
                    .filter(other -> other.equals(field) || field.name().equals(other.compoundFieldName()))
                    .toList();
        }
    }

    private Place fieldOf(Connection db, String id) throws ApiError, SQLException {
        String full = RecordId.parse(id).orElseThrow(ApiError::notFound);
        for (SObject object : catalogue.current(db).objects()) {
            for (Field field : object.fields()) {
                if (full.equals(field.id())) {
                    return new Place(full, object, field);
                }
            }
        }
        throw ApiError.notFound();
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

    private static Map<String, @Nullable Object> described(CustomFieldDefinition definition) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        Field field = definition.field();
        row.put("Description", definition.text("description"));
        row.put("InlineHelpText", field.inlineHelpText());
        row.put("RelationshipLabel", definition.text("relationshipLabel"));
        row.put("Length", field.length() == 0 ? null : (long) field.length());
        row.put("Precision", field.precision() == 0 ? null : (long) field.precision());
        row.put("Scale", field.precision() == 0 ? null : (long) field.scale());
        row.put("Metadata", definition.metadata().toString());
        return row;
    }

    private static String metadataType(Field field) {
        return Json.own(String.valueOf(field.metadata())).path("type").asText();
    }
}
