package dev.orgbench.demo.metadata;

import dev.orgbench.demo.data.DuplicateRules;
import dev.orgbench.demo.data.ObjectTables;
import dev.orgbench.demo.data.Settings;
import dev.orgbench.demo.schema.ChildRelationship;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.schema.StandardObjects;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All objects of the org: the standard ones from the tables, and the custom ones and fields from the file. */
public final class Catalogue {
    private final List<SObject> standard = StandardCalculation.addTo(StandardObjects.load());
    private final List<ChildRelationship> standardRelationships = StandardObjects.relationships();
    private final Schema tooling = new Schema(ToolingObjects.all());
    private volatile State state =
            assemble(new Schema(standard, standardRelationships), standardRelationships, Instant.EPOCH);

    /** What holds at one instant. */
    private record State(Schema schema, Schema queryable, Schema toolingQueryable, Instant modified) {}

    /** The objects that describe tells of. */
    public Schema schema() {
        return state.schema();
    }

    /** The objects that a query may name: also EntityDefinition and FieldDefinition. */
    public Schema queryable() {
        return state.queryable();
    }

    /** The objects of the Tooling API. */
    public Schema tooling() {
        return tooling;
    }

    /** The objects that a query of the Tooling API may name: its own, and those that own them. */
    public Schema toolingQueryable() {
        return state.toolingQueryable();
    }

    /** When the schema last changed, in whole seconds. */
    public Instant modified() {
        return state.modified();
    }

    /**
     * Notes that the schema changes. Two changes never share a second, or a client that asks If-Modified-Since would miss
     * the later one.
     */
    public void touch(Connection db, Instant now) throws SQLException {
        Instant next = state.modified().plusSeconds(1);
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        Settings.put(db, Settings.SCHEMA_MODIFIED, String.valueOf(second.isBefore(next) ? next : second));
    }

    /** Makes the tables of all standard objects and of the Tooling API's, in an empty file. */
    public void createTables(Connection db, String now) throws SQLException {
        for (SObject object : tooling.objects()) {
            ObjectTables.create(db, object);
        }
        try (Statement statement = db.createStatement()) {
            statement.execute("ALTER TABLE CustomObject ADD COLUMN KeyPrefix TEXT");
        }
        for (SObject object : standard) {
            ObjectTables.create(db, object);
            DefinitionRows.insert(db, object, now);
        }
        DuplicateRules.createIndexes(db);
    }

    /** Takes over what the file holds now. Nobody may be reading or writing meanwhile. */
    public void load(Connection db) throws SQLException {
        state = read(db);
    }

    /** The schema as the file holds it, be it published or not. */
    Schema current(Connection db) throws SQLException {
        return read(db).schema();
    }

    private State read(Connection db) throws SQLException {
        Map<String, SObject> objects = new LinkedHashMap<>();
        standard.forEach(object -> objects.put(DefinitionRows.durableId(object), object));
        DefinitionReader reader = new DefinitionReader(db, objects, standardRelationships);
        reader.read();
        List<ChildRelationship> relationships = new ArrayList<>(reader.relationships());
        List<SObject> all = Activities.open(List.copyOf(objects.values()), relationships);
        Instant modified = Settings.get(db, Settings.SCHEMA_MODIFIED).map(Instant::parse).orElse(Instant.EPOCH);
        Schema schema = new Schema(all, relationships);
        return assemble(schema.withRules(ValidationRules.ofOrg(db, schema)), relationships, modified);
    }

    private State assemble(Schema schema, List<ChildRelationship> relationships, Instant modified) {
        List<SObject> queryable = new ArrayList<>(schema.objects());
        queryable.add(tooling.object(ToolingObjects.ENTITY_DEFINITION).orElseThrow());
        queryable.add(tooling.object(ToolingObjects.FIELD_DEFINITION).orElseThrow());
        List<SObject> toolingQueryable = new ArrayList<>(tooling.objects());
        toolingQueryable.addAll(schema.objects());
        return new State(
                schema,
                new Schema(queryable, relationships),
                new Schema(toolingQueryable, relationships),
                modified);
    }
}
