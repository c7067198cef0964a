package dev.orgbench.demo.data;

import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes many records quickly and without checks, with ids, auto-numbers, defaults and side effects as if clients had
 * created them. System fields may be given. Used inside one transaction, in which nobody else makes records; counters
 * are right again once it is closed.
 */
public final class RowImport implements AutoCloseable {
    private final Connection db;
    private final Schema schema;
    private final HeldCounters counters;
    private final Map<String, Target> targets = new HashMap<>();
    private final Map<Insert, PreparedStatement> inserts = new HashMap<>();

    /** An object, its fields that get a value of themselves, and the names of those that have a column. */
    private record Target(SObject object, List<Field> filled, Set<String> stored) {
        static Target of(SObject object) {
            Set<String> stored = object.fields().stream()
                    .filter(Field::isStored)
                    .map(Field::name)
                    .collect(Collectors.toSet());
            return new Target(object, InitialValues.filledFields(object), stored);
        }
    }

    /** Rows are inserted without their empty columns: most objects have many fields, and most rows few values. */
    private record Insert(String table, List<String> columns) {}

    public RowImport(Connection db, Schema schema) {
        this.db = db;
        this.schema = schema;
        this.counters = new HeldCounters(db);
    }

    /** An id for a record that is added later. */
    public String reserve(String objectName) throws SQLException {
        return counters.nextId(target(objectName).object().keyPrefix());
    }

    /**
     * Adds a record.
     *
     * @param given stored values by field name; an {@code Id} is taken over. What has no column, because the org works it
     *     out, is left out
     * @param stamp who created it, and when
     * @return its id
     */
    public String add(String objectName, Map<String, ? extends @Nullable Object> given, Stamp stamp)
            throws SQLException {
        Target target = target(objectName);
        SObject object = target.object();
        Object givenId = given.get("Id");
        String id = givenId != null ? givenId.toString() : reserve(objectName);
        InitialValues initial = new InitialValues(counters, stamp);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (Field field : target.filled()) {
            if (given.get(field.name()) == null) {
                row.put(field.name(), initial.of(object, field));
            }
        }
        row.putAll(given);
        row.put("Id", id);
        new RecordRules(db, schema, stamp).apply(object, row, given.keySet());
        row.putAll(given);
        row.put("Id", id);
        insert(target, row);
        return id;
    }

    /** Changes a record that has been added. */
    public void change(String objectName, String id, Map<String, ? extends @Nullable Object> values)
            throws SQLException {
        Rows.update(db, objectName, id, values);
    }

    private Target target(String objectName) {
        return targets.computeIfAbsent(
                objectName, name -> Target.of(schema.object(name).orElseThrow()));
    }

    private void insert(Target target, Map<String, @Nullable Object> row) throws SQLException {
        String table = target.object().name();
        List<String> columns = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        row.forEach((column, value) -> {
            if (!target.stored().contains(column)) {
                requireKnown(target.object(), column);
            } else if (value != null) {
                columns.add(column);
                values.add(value);
            }
        });
        Insert insert = new Insert(table, columns);
        PreparedStatement statement = inserts.get(insert);
        if (statement == null) {
            statement = Rows.insertion(db, table, columns);
            inserts.put(insert, statement);
        }
        Rows.bind(statement, values);
        statement.executeUpdate();
    }

    private static void requireKnown(SObject object, String name) {
        if (object.field(name).isEmpty()) {
            throw new IllegalArgumentException(object.name() + " has no field " + name);
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : inserts.values()) {
            statement.close();
        }
        counters.save();
    }
}
