package dev.orgbench.demo.data;

import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes many records quickly and without checks, with ids, auto-numbers, defaults and side effects as if clients had
 * created them. System fields may be given.
 */
public final class RowImport implements AutoCloseable {
    private final Connection db;
    private final Schema schema;
    private final Map<String, PreparedStatement> inserts = new HashMap<>();

    public RowImport(Connection db, Schema schema) {
        this.db = db;
        this.schema = schema;
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
        String id = givenId != null ? givenId.toString() : Sequences.nextId(db, object.keyPrefix());
        InitialValues initial = new InitialValues(db, stamp);
        List<Field> stored = object.fields().stream().filter(Field::isStored).toList();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (Field field : stored) {
            Object value = given.get(field.name());
            row.put(
                    field.name(),
                    field.type() == FieldType.ID ? id : value != null ? value : initial.of(object, field));
        }
        new RecordRules(db, schema, stamp).apply(object, row, given.keySet());
        given.forEach(row::put);
        row.put("Id", id);
        insert(object, stored, row);
        return id;
    }

    private void insert(SObject object, List<Field> stored, Map<String, @Nullable Object> row) throws SQLException {
        PreparedStatement statement = inserts.get(object.name());
        if (statement == null) {
            statement = Rows.insertion(
                    db, object.name(), stored.stream().map(Field::name).toList());
            inserts.put(object.name(), statement);
        }
        for (int i = 0; i < stored.size(); i++) {
            statement.setObject(i + 1, row.get(stored.get(i).name()));
        }
        statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : inserts.values()) {
            statement.close();
        }
    }
}
