package dev.orgbench.demo.metadata;

import dev.orgbench.demo.data.SqlText;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** EntityParticle: what FieldDefinition tells, of each part of a compound field by itself. Its rows are a view of those. */
final class EntityParticles {
    static final String NAME = "EntityParticle";

    private EntityParticles() {}

    static SObject object() {
        List<Field> fields = new ArrayList<>(List.of(ToolingObjects.id("Entity Particle ID")));
        fields.addAll(ToolingObjects.texts(
                "DurableId",
                "QualifiedApiName",
                "DeveloperName",
                "MasterLabel",
                "Label",
                "DataType",
                "NamespacePrefix",
                "RelationshipName",
                "ExtraTypeInfo"));
        fields.add(ToolingObjects.belongsTo());
        fields.addAll(ToolingObjects.numbers("Length", "Precision", "Scale"));
        fields.addAll(ToolingObjects.flags(
                "IsNillable", "IsCalculated", "IsNameField", "IsApiFilterable", "IsApiSortable", "IsApiGroupable"));
        return ToolingObjects.object(
                NAME, "Entity Particle", "Entity Particles", "4ie", fields, ToolingObjects.READ_ONLY);
    }

    /** Makes the view, once FieldDefinition is there. */
    static void create(Connection db) throws SQLException {
        String columns = object().fields().stream()
                .map(field -> SqlText.name(field.name()))
                .collect(Collectors.joining(", "));
        try (Statement statement = db.createStatement()) {
            statement.execute("CREATE VIEW " + SqlText.name(NAME) + " AS SELECT " + columns + " FROM "
                    + SqlText.name(ToolingObjects.FIELD_DEFINITION) + " WHERE IsCompound = 0");
        }
    }
}
