package dev.orgbench.demo.metadata;

import dev.orgbench.demo.data.Rows;
import dev.orgbench.demo.data.Stamp;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.ObjectTraits;
import dev.orgbench.demo.schema.SObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the rows of definitions hold; keeps those of EntityDefinition and FieldDefinition in step with the schema. */
final class DefinitionRows {
    private DefinitionRows() {}

    /** Writes the rows of {@code object} anew. */
    static void write(Connection db, SObject object, String modified) throws SQLException {
        remove(db, durableId(object));
        insert(db, object, modified);
    }

    /** Writes the rows of an object that has none yet. */
    static void insert(Connection db, SObject object, String modified) throws SQLException {
        Rows.insert(db, ToolingObjects.ENTITY_DEFINITION, entity(object, modified));
        Rows.insertAll(
                db,
                ToolingObjects.FIELD_DEFINITION,
                object.fields().stream().map(field -> field(object, field)).toList());
    }

    /** Writes the row of a field that is new on {@code object}. */
    static void insert(Connection db, SObject object, Field field, String modified) throws SQLException {
        Rows.insert(db, ToolingObjects.FIELD_DEFINITION, field(object, field));
        Rows.update(db, ToolingObjects.ENTITY_DEFINITION, durableId(object), Map.of("LastModifiedDate", modified));
    }

    /** Removes the rows of the object with that durable id. */
    static void remove(Connection db, String durableId) throws SQLException {
        Rows.delete(db, ToolingObjects.ENTITY_DEFINITION, "Id", durableId);
        Rows.delete(db, ToolingObjects.FIELD_DEFINITION, "EntityDefinitionId", durableId);
    }

    /** Notes in the row of a custom object or field who made it. */
    static void created(Map<String, @Nullable Object> row, Stamp stamp) {
        row.put("CreatedDate", stamp.at());
        row.put("CreatedById", stamp.userId());
        modified(row, stamp);
    }

    /** Notes in the row of a custom object or field who changed it. */
    static void modified(Map<String, @Nullable Object> row, Stamp stamp) {
        row.put("LastModifiedDate", stamp.at());
        row.put("LastModifiedById", stamp.userId());
    }

    /** What the Tooling API names an object by: its API name, or the 01I id of a custom one. */
    static String durableId(SObject object) {
        return object.id() == null ? object.name() : object.id();
    }

    private static Map<String, @Nullable Object> entity(SObject object, String modified) {
        ObjectTraits traits = object.traits();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("Id", durableId(object));
        row.put("DurableId", durableId(object));
        row.put("QualifiedApiName", object.name());
        row.put("DeveloperName", withoutSuffix(object.name()));
        row.put("MasterLabel", object.label());
        row.put("Label", object.label());
        row.put("PluralLabel", object.labelPlural());
        row.put("KeyPrefix", object.keyPrefix());
        row.put("PublisherId", object.custom() ? "<local>" : "System");
        row.put("DeploymentStatus", object.custom() ? "Deployed" : null);
        row.put("InternalSharingModel", "ReadWrite");
        row.put("IsCustomizable", flag(object.custom() || traits.has("layoutable")));
        row.put("IsQueryable", flag(traits.has("queryable")));
        row.put("IsApexTriggerable", flag(traits.has("triggerable")));
        row.put("IsTriggerable", flag(traits.has("triggerable")));
        row.put("IsSearchable", flag(traits.has("searchable")));
        row.put("IsLayoutable", flag(traits.has("layoutable")));
        row.put("IsFeedEnabled", flag(traits.has("feedEnabled")));
        row.put("LastModifiedDate", modified);
        return row;
    }

    private static Map<String, @Nullable Object> field(SObject object, Field field) {
        String durableId = durableId(object) + "." + (field.id() == null ? field.name() : field.id());
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("Id", durableId);
        row.put("DurableId", durableId);
        row.put("EntityDefinitionId", durableId(object));
        row.put("QualifiedApiName", field.name());
        row.put("DeveloperName", withoutSuffix(field.name()));
        row.put("MasterLabel", field.label());
        row.put("Label", field.label());
        row.put("DataType", field.type().apiName());
        row.put("PublisherId", field.custom() ? "<local>" : "System");
        row.put("RelationshipName", field.relationshipName());
        row.put("ExtraTypeInfo", field.extraTypeInfo());
        row.put("Length", (long) field.length());
        row.put("Precision", (long) field.precision());
        row.put("Scale", (long) field.scale());
        row.put("IsNillable", flag(field.nillable()));
        row.put(
                "IsIndexed",
                flag(field.idLookup()
                        || field.externalId()
                        || !field.referenceTo().isEmpty()));
        row.put("IsCalculated", flag(field.calculation() != null));
        row.put("IsCompound", flag(field.isCompound()));
        row.put("IsNameField", flag(field.nameField()));
        row.put("IsApiFilterable", flag(field.filterable()));
        row.put("IsApiSortable", flag(field.sortable()));
        row.put("IsApiGroupable", flag(field.groupable()));
        row.put("IsPolymorphicForeignKey", flag(field.polymorphicForeignKey()));
        return row;
    }

    private static String withoutSuffix(String name) {
        return name.endsWith("__c") ? name.substring(0, name.length() - "__c".length()) : name;
    }

    private static long flag(boolean value) {
        return value ? 1 : 0;
    }
}
