package dev.orgbench.demo.data;

import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.SObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Single rows in and out of the objects' tables. Values are as {@link FieldType} stores them:
 * String, Long (booleans are 0 and 1) or Double; null where empty. Nothing is checked here.
 */
public final class Rows {
    private Rows() {}

    /** The row, deleted or not, its values by field name in the schema's order. */
    public static Optional<Map<String, @Nullable Object>> find(Connection db, SObject object, String id)
            throws SQLException {
        List<Field> stored = object.fields().stream().filter(Field::isStored).toList();
        String columns = String.join(
                ", ", stored.stream().map(f -> SqlText.name(f.name())).toList());
        try (PreparedStatement statement =
                db.prepareStatement("SELECT " + columns + " FROM " + SqlText.name(object.name()) + " WHERE Id = ?")) {
            statement.setString(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 0; i < stored.size(); i++) {
                    row.put(stored.get(i).name(), value(rows, i + 1, stored.get(i)));
                }
                return Optional.of(row);
            }
        }
    }

    /** The id of another live row that has {@code value} in {@code field}. */
    static Optional<String> other(Connection db, SObject object, Field field, Object value, String id)
            throws SQLException {
        String live = object.field("IsDeleted").isPresent() ? " AND IsDeleted = 0" : "";
        String collation = field.ignoresCase() ? " COLLATE NOCASE" : "";
        try (PreparedStatement statement = db.prepareStatement("SELECT Id FROM " + SqlText.name(object.name())
                + " WHERE " + SqlText.name(field.name()) + " = ?" + collation + " AND Id <> ?" + live + " LIMIT 1")) {
            statement.setObject(1, value);
            statement.setString(2, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    public static void insert(Connection db, String table, Map<String, ? extends @Nullable Object> row)
            throws SQLException {
        try (PreparedStatement statement = insertion(db, table, List.copyOf(row.keySet()))) {
            bind(statement, new ArrayList<@Nullable Object>(row.values()));
            statement.executeUpdate();
        }
    }

    /** Rows that all have the same columns. */
    public static void insertAll(Connection db, String table, List<Map<String, @Nullable Object>> rows)
            throws SQLException {
        try (PreparedStatement statement =
                insertion(db, table, List.copyOf(rows.getFirst().keySet()))) {
            for (Map<String, @Nullable Object> row : rows) {
                bind(statement, new ArrayList<@Nullable Object>(row.values()));
                statement.executeUpdate();
            }
        }
    }

    /** An insert into those columns, its values still to be bound. */
    static PreparedStatement insertion(Connection db, String table, List<String> columns) throws SQLException {
        String names = String.join(", ", columns.stream().map(SqlText::name).toList());
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        return db.prepareStatement("INSERT INTO " + SqlText.name(table) + " (" + names + ") VALUES (" + marks + ")");
    }

    /** One text value of a row; nothing where the row or the value is missing. */
    static Optional<String> text(Connection db, SObject object, String field, String id) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement(
                "SELECT " + SqlText.name(field) + " FROM " + SqlText.name(object.name()) + " WHERE Id = ?")) {
            statement.setString(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        }
    }

    public static void update(Connection db, String table, String id, Map<String, ? extends @Nullable Object> changes)
            throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        String sets = String.join(
                ", ",
                changes.keySet().stream()
                        .map(name -> SqlText.name(name) + " = ?")
                        .toList());
        List<@Nullable Object> values = new ArrayList<>(changes.values());
        values.add(id);
        try (PreparedStatement statement =
                db.prepareStatement("UPDATE " + SqlText.name(table) + " SET " + sets + " WHERE Id = ?")) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    static void bind(PreparedStatement statement, List<? extends @Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    /** Deletes the rows that have {@code value} in {@code column}. */
    public static void delete(Connection db, String table, String column, String value) throws SQLException {
        try (PreparedStatement statement =
                db.prepareStatement("DELETE FROM " + SqlText.name(table) + " WHERE " + SqlText.name(column) + " = ?")) {
            statement.setString(1, value);
            statement.executeUpdate();
        }
    }

    private static @Nullable Object value(ResultSet rows, int column, Field field) throws SQLException {
        Object value =
                switch (field.type().storage()) {
                    case INTEGER -> rows.getLong(column);
                    case REAL -> rows.getDouble(column);
                    case TEXT, NONE -> rows.getString(column);
                };
        return rows.wasNull() ? null : value;
    }
}
