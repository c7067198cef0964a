package dev.orgbench.demo.metadata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.data.ObjectTables;
import dev.orgbench.demo.data.RecordId;
import dev.orgbench.demo.data.Rows;
import dev.orgbench.demo.data.Sequences;
import dev.orgbench.demo.data.Stamp;
import dev.orgbench.demo.schema.ChildRelationship;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes, changes and deletes custom objects: their definition and their table.
 */
public final class CustomObjects implements Definitions {
    private final Catalogue catalogue;

    public CustomObjects(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Makes an object with its standard fields.
     *
     * @param fullName {@code Invoice__c}
     * @return the new object's 01I id
     */
    @Override
    public String create(Connection db, String fullName, ObjectNode metadata, Stamp stamp)
            throws ApiError, SQLException {
        String developerName = MetadataKeys.developerName(fullName, "Custom Object");
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
        DefinitionRows.created(row, stamp);
        Rows.insert(db, ToolingObjects.CUSTOM_OBJECT, row);
        ObjectTables.create(db, definition.object());
        DefinitionRows.insert(db, definition.object(), stamp.at());
        return id;
    }

    /** Replaces the metadata as a whole. */
    @Override
    public void update(Connection db, String id, ObjectNode metadata, Stamp stamp) throws ApiError, SQLException {
        SObject object = objectOf(db, id);
        CustomObjectDefinition definition = CustomObjectDefinition.read(
                DefinitionRows.durableId(object), object.name(), object.keyPrefix(), metadata);
        Map<String, @Nullable Object> row = described(definition);
        DefinitionRows.modified(row, stamp);
        Rows.update(db, ToolingObjects.CUSTOM_OBJECT, DefinitionRows.durableId(object), row);
        DefinitionRows.write(db, catalogue.current(db).object(object.name()).orElseThrow(), stamp.at());
    }

    /** Deletes the object, its fields and its records. */
    @Override
    public void delete(Connection db, String id, Stamp stamp) throws ApiError, SQLException {
        SObject object = objectOf(db, id);
        for (ChildRelationship relationship : catalogue.current(db).childRelationships(object)) {
            if (relationship.field().endsWith("__c")
                    && !relationship.childSObject().equals(object.name())) {
                throw new ApiError(
                        400,
                        "DEPENDENCY_EXISTS",
                        "This custom object is referenced elsewhere in salesforce.com. : Custom Field - "
                                + relationship.childSObject() + "." + relationship.field());
            }
        }
        FormulaChecks.requireNotSummarized(catalogue.current(db), object.name(), "");
        String durableId = DefinitionRows.durableId(object);
        Rows.delete(db, ToolingObjects.VALIDATION_RULE, "EntityDefinitionId", durableId);
        Rows.delete(db, ToolingObjects.CUSTOM_FIELD, "TableEnumOrId", durableId);
        Rows.delete(db, ToolingObjects.CUSTOM_OBJECT, "Id", durableId);
        DefinitionRows.remove(db, durableId);
        ObjectTables.drop(db, object);
    }

    private SObject objectOf(Connection db, String id) throws ApiError, SQLException {
        String full = RecordId.parse(id).orElseThrow(ApiError::notFound);
        return catalogue.current(db).objects().stream()
                .filter(object -> full.equals(object.id()))
                .findFirst()
                .orElseThrow(ApiError::notFound);
    }

    private static Map<String, @Nullable Object> described(CustomObjectDefinition definition) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("Description", definition.text("description"));
        row.put("SharingModel", definition.text("sharingModel"));
        row.put("Language", "en_US");
        row.put("Metadata", definition.metadata().toString());
        return row;
    }
}
