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
    private final Map<String, List<Field>> filled = new HashMap<>();
    private final Map<Insert, PreparedStatement> inserts = new HashMap<>();

    /** Rows are inserted without their empty columns: most objects have many fields, and most rows few values. */
    private record Insert(String table, List<String> columns) {}

    public RowImport(Connection db, Schema schema) {
        this.db = db;
        this.schema = schema;
        this.counters = new HeldCounters(db);
    }

    /**
     * Adds a record.
     *
     * @param given stored values by field name; an {@code Id} is taken over
     * @param stamp who created it, and when
     * @return its id
     */
    public String add(String objectName, Map<String, ? extends @Nullable Object> given, Stamp stamp)
            throws SQLException {
        SObject object = schema.object(objectName).orElseThrow();
        Object givenId = given.get("Id");
        String id = givenId != null ? givenId.toString() : counters.nextId(object.keyPrefix());
        InitialValues initial = new InitialValues(counters, stamp);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (Field field : filled.computeIfAbsent(objectName, _ -> InitialValues.filledFields(object))) {
            if (given.get(field.name()) == null) {
                row.put(field.name(), initial.of(object, field));
            }
        }
        row.putAll(given);
        row.put("Id", id);
        new RecordRules(db, schema, stamp).apply(object, row, given.keySet());
        row.putAll(given);
        row.put("Id", id);
        insert(objectName, row);
        return id;
    }

    private void insert(String table, Map<String, @Nullable Object> row) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        row.forEach((column, value) -> {
            if (value != null) {
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

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : inserts.values()) {
            statement.close();
        }
        counters.save();
    }
}
