package dev.orgbench.demo.query;

import dev.orgbench.demo.data.SqlText;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Name;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The tables of one query: its object, and each parent that a path goes through, joined once. */
final class Tables {
    private final Schema schema;
    private final Refusals refusals;
    private final Asker asker;
    private final String prefix;
    private final Entity.Table root;
    private final Map<String, Entity> aliases = new HashMap<>();
    private final Map<String, Entity> parents = new HashMap<>();
    private final Map<Entity, Step> stepTo = new HashMap<>();
    private final StringBuilder joins = new StringBuilder();

    /** From an entity by a reference field to a parent. */
    record Step(Entity from, Field reference, Entity to) {
        /** The relationship, named as the schema names it. */
        String relationship() {
            return Tables.relationship(reference);
        }
    }

    /**
     * @param prefix what the tables' names in SQL begin with; no other query in the same statement may have it
     * @param object what the first FROM means
     */
    Tables(Schema schema, Refusals refusals, Asker asker, String prefix, SObject object, Query query) throws ApiError {
        this.schema = schema;
        this.refusals = refusals;
        this.asker = asker;
        this.prefix = prefix;
        this.root = new Entity.Table(object, prefix + "0");
        for (int i = 0; i < query.from().size(); i++) {
            Query.From from = query.from().get(i);
            Entity entity = i == 0 ? root : walk(from.path().names(), from.path());
            if (from.alias() != null) {
                aliases.put(key(from.alias()), entity);
            }
        }
    }

    Entity.Table root() {
        return root;
    }

    Schema schema() {
        return schema;
    }

    Refusals refusals() {
        return refusals;
    }

    Asker asker() {
        return asker;
    }

    /** {@code "Contact" t0 LEFT JOIN "Account" t1 ON ...}: complete once all paths have been looked up. */
    String from() {
        return SqlText.name(root.object().name()) + " " + root.alias() + joins;
    }

    String joins() {
        return joins.toString();
    }

    /** The field at the end of a path. */
    Column column(FieldPath path) throws ApiError {
        Entity entity = walk(path.names().subList(0, path.names().size() - 1), path);
        return column(entity, path);
    }

    /** The field at the end of a path that begins at {@code start}. */
    Column column(FieldPath path, Entity start) throws ApiError {
        Entity entity = start;
        for (Name relationship : path.parents()) {
            entity = parent(entity, relationship, path);
        }
        return column(entity, path);
    }

    /** The polymorphic relationship at the end of a path. */
    Entity.AnyOf polymorphic(FieldPath path) throws ApiError {
        if (walk(path.names(), path) instanceof Entity.AnyOf any) {
            return any;
        }
        throw refusals.malformed(path.range(), Wording.notPolymorphic(path.text()));
    }

    /** The rows of one object that a polymorphic reference points to. */
    Entity.Table branch(Entity.AnyOf any, SObject target, Range range) throws ApiError {
        String key = any.reference() + " " + target.name();
        if (parents.get(key) instanceof Entity.Table known) {
            return known;
        }
        requireRoom(range);
        Entity.Table table = join(target, any.reference());
        parents.put(key, table);
        return table;
    }

    /** The relationships that lead from the query's object, or a branch of TYPEOF, to {@code entity}, in that order. */
    List<Step> stepsTo(Entity entity) {
        List<Step> steps = new ArrayList<>();
        for (Step step = stepTo.get(entity); step != null; step = stepTo.get(step.from())) {
            steps.addFirst(step);
        }
        return steps;
    }

    Column column(Entity.Table table, Field field) {
        return new Column(table, field, field.sql(schema, table.object(), table.alias()));
    }

    private Column column(Entity entity, FieldPath path) throws ApiError {
        String name = path.field().text();
        Optional<Column> column =
                switch (entity) {
                    case Entity.Table table -> table.object().field(name).map(field -> column(table, field));
                    case Entity.AnyOf any -> NameObject.column(any, name);
                };
        return column.orElseThrow(() -> refusals.noSuchColumn(path.range(), name, entity.name()));
    }

    /** Goes up from the query's object, or from an alias. */
    private Entity walk(List<Name> names, FieldPath path) throws ApiError {
        Entity entity = root;
        int levels = 0;
        for (int i = 0; i < names.size(); i++) {
            Optional<Entity> start = i == 0 ? start(names.getFirst()) : Optional.empty();
            if (start.isPresent()) {
                entity = start.get();
            } else {
                entity = parent(entity, names.get(i), path);
                levels++;
            }
        }
        if (levels > QueryLimits.HIGHEST_PARENT) {
            throw refusals.malformed(path.range(), Wording.tooManyLevels());
        }
        return entity;
    }

    /** What a path's first name stands for if it is no relationship. */
    private Optional<Entity> start(Name first) {
        Entity aliased = aliases.get(key(first));
        if (aliased != null) {
            return Optional.of(aliased);
        }
        boolean ownName = root.object().name().equalsIgnoreCase(first.text())
                && root.object().relationship(first.text()).isEmpty();
        return ownName ? Optional.of(root) : Optional.empty();
    }

    /** The parent behind a relationship, joined the first time that it is asked for. */
    private Entity parent(Entity of, Name relationship, FieldPath path) throws ApiError {
        if (!(of instanceof Entity.Table table)) {
            throw refusals.noSuchRelationship(path.range(), relationship.text());
        }
        Field field = table.object()
                .relationship(relationship.text())
                .orElseThrow(() -> refusals.noSuchRelationship(path.range(), relationship.text()));
        String key = table.alias() + "." + key(relationship);
        Entity known = parents.get(key);
        if (known != null) {
            return known;
        }
        requireRoom(path.range());
        List<SObject> targets = field.referenceTo().stream()
                .flatMap(name -> schema.object(name).stream())
                .toList();
        if (targets.isEmpty()) {
            throw refusals.noSuchRelationship(path.range(), relationship.text());
        }
        String reference = column(table, field).sql();
        Entity parent = field.referenceTo().size() > 1
                ? new Entity.AnyOf(relationship(field), reference, targets)
                : join(targets.getFirst(), reference);
        parents.put(key, parent);
        stepTo.put(parent, new Step(of, field, parent));
        return parent;
    }

    private void requireRoom(Range range) throws ApiError {
        if (parents.size() == QueryLimits.MOST_PARENTS) {
            throw refusals.malformed(range, Wording.tooManyParents());
        }
    }

    private static String relationship(Field reference) {
        return Objects.requireNonNull(reference.relationshipName());
    }

    private Entity.Table join(SObject object, String reference) {
        Entity.Table table = new Entity.Table(object, prefix + (parents.size() + 1));
        joins.append(" LEFT JOIN ")
                .append(SqlText.name(object.name()))
                .append(' ')
                .append(table.alias())
                .append(" ON ")
                .append(table.column("Id"))
                .append(" = ")
                .append(reference);
        return table;
    }

    private static String key(Name name) {
        return name.text().toLowerCase(Locale.ROOT);
    }
}
