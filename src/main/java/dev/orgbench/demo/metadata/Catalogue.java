package dev.orgbench.demo.metadata;

import dev.orgbench.demo.data.ObjectTables;
import dev.orgbench.demo.data.Settings;
import dev.orgbench.demo.schema.ChildRelationship;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.schema.StandardObjects;
import dev.orgbench.demo.schema.ValidationRule;
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
    private final FieldSecurity security = new FieldSecurity();
    private volatile Definitions definitions =
            new Definitions(standard, standardRelationships, Map.of(), Instant.EPOCH);
    private volatile State state = assemble(definitions);

    /** What clients see of it at one instant. */
    private record State(Schema schema, Schema queryable, Schema toolingQueryable, Instant modified) {}

    /** All that there is. */
    record Definitions(
            List<SObject> objects,
            List<ChildRelationship> relationships,
            Map<String, List<ValidationRule>> rules,
            Instant modified) {}

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
            if (!object.name().equals(EntityParticles.NAME)) {
                ObjectTables.create(db, object);
            }
        }
        EntityParticles.create(db);
        try (Statement statement = db.createStatement()) {
            statement.execute("ALTER TABLE CustomObject ADD COLUMN KeyPrefix TEXT");
        }
        for (SObject object : standard) {
            ObjectTables.create(db, object);
            DefinitionRows.insert(db, object, now);
        }
    }

    /** Takes over what the file holds now. Nobody may be reading or writing meanwhile. */
    public void load(Connection db) throws SQLException {
        Definitions read = read(db);
        security.rebase(read.objects());
        security.read(db);
        publish(read);
    }

    /**
     * Hides the custom fields made from now on until somebody grants them to the administrator, or shows all fields. The
     * org as a whole sees what its administrator sees. (Real orgs hide a field that the Tooling or Metadata API made.)
     */
    public synchronized void secureFields(boolean strict) {
        if (strict || security.isStrict()) {
            security.set(strict, definitions.objects());
            publish(definitions);
        }
    }

    /** Takes over what was granted or taken away; for after each write. */
    public void refreshAccess(Connection db) throws SQLException {
        if (security.isStrict() && security.read(db)) {
            publish(definitions);
        }
    }

    /** Whoever kept a description is told that it is old, also where only what may be seen of it has changed. */
    private synchronized void publish(Definitions all) {
        Instant next = state.modified().plusSeconds(1);
        definitions = all;
        Definitions seen = security.visible(all);
        Instant modified = all.modified().isAfter(next) ? all.modified() : next;
        state = assemble(new Definitions(seen.objects(), seen.relationships(), seen.rules(), modified));
    }

    /** The schema as the file holds it, be it published or not. */
    Schema current(Connection db) throws SQLException {
        Definitions read = read(db);
        return new Schema(read.objects(), read.relationships());
    }

    private Definitions read(Connection db) throws SQLException {
        Map<String, SObject> objects = new LinkedHashMap<>();
        standard.forEach(object -> objects.put(DefinitionRows.durableId(object), object));
        DefinitionReader reader = new DefinitionReader(db, objects, standardRelationships);
        reader.read();
        List<ChildRelationship> relationships = new ArrayList<>(reader.relationships());
        List<SObject> all = Activities.open(List.copyOf(objects.values()), relationships);
        Instant modified =
                Settings.get(db, Settings.SCHEMA_MODIFIED).map(Instant::parse).orElse(Instant.EPOCH);
        Map<String, List<ValidationRule>> rules = ValidationRules.ofOrg(db, new Schema(all, relationships));
        return new Definitions(all, relationships, rules, modified);
    }

    private State assemble(Definitions seen) {
        List<SObject> objects = seen.objects();
        List<ChildRelationship> relationships = seen.relationships();
        List<SObject> queryable = new ArrayList<>(objects);
        queryable.add(tooling.object(ToolingObjects.ENTITY_DEFINITION).orElseThrow());
        queryable.add(tooling.object(ToolingObjects.FIELD_DEFINITION).orElseThrow());
        List<SObject> toolingQueryable = new ArrayList<>(tooling.objects());
        toolingQueryable.addAll(objects);
        return new State(
                new Schema(objects, relationships).withRules(seen.rules()),
                new Schema(queryable, relationships),
                new Schema(toolingQueryable, relationships),
                seen.modified());
    }
}
