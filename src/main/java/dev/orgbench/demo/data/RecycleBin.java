package dev.orgbench.demo.data;

import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was deleted, by which deletion, and which references were taken out on the way; so that a record comes back with
 * what went with it. (Apex Developer Guide, "Restoring Deleted Records".) Entries outlive the bin: they are also the log
 * that sObject Get Deleted reads.
 */
final class RecycleBin {
    private final Connection db;
    private final Schema schema;

    RecycleBin(Connection db, Schema schema) {
        this.db = db;
        this.schema = schema;
    }

    /**
     * A record that lies in the bin.
     *
     * @param root the record whose deletion took it along; itself where it was the one
     */
    private record Binned(String id, String object, String root) {}

    private record Loosened(String object, String field, String id) {}

    static void createTables(Connection db) throws SQLException {
        Connections.execute(
                db,
                "CREATE TABLE org_deleted (id TEXT PRIMARY KEY, object TEXT NOT NULL, root TEXT NOT NULL,"
                        + " at TEXT NOT NULL, in_bin INTEGER NOT NULL) WITHOUT ROWID");
        Connections.execute(db, "CREATE INDEX org_deleted_root ON org_deleted (root)");
        Connections.execute(db, "CREATE INDEX org_deleted_at ON org_deleted (object, at)");
        Connections.execute(db, "CREATE TABLE org_loosened (parent TEXT, object TEXT, field TEXT, id TEXT)");
        Connections.execute(db, "CREATE INDEX org_loosened_parent ON org_loosened (parent)");
    }

    /**
     * Notes a deletion.
     *
     * @param kept whether the row is still there, only marked
     */
    void add(SObject object, String id, String root, String at, boolean kept) throws SQLException {
        change(
                "INSERT OR REPLACE INTO org_deleted (id, object, root, at, in_bin) VALUES (?, ?, ?, ?, ?)",
                id,
                object.name(),
                root,
                at,
                kept ? 1L : 0L);
    }

    /** Notes that the deletion of {@code id} emptied a reference to it. */
    void loosened(String id, SObject child, String field, String childId) throws SQLException {
        change(
                "INSERT INTO org_loosened (parent, object, field, id) VALUES (?, ?, ?, ?)",
                id,
                child.name(),
                field,
                childId);
    }

    boolean contains(String id) throws SQLException {
        return find(id).isPresent();
    }

    /** Takes the record out of the bin, with all that its deletion took along. */
    void restore(String id, Stamp stamp) throws ApiError, SQLException {
        Binned record = find(id).orElseThrow(() -> undeleteFailed("Entity is not in the recycle bin"));
        if (!record.root().equals(id) && find(record.root()).isPresent()) {
            throw undeleteFailed("The record that it belongs to is in the recycle bin");
        }
        List<Binned> together = along(id);
        if (together.stream().noneMatch(other -> other.id().equals(id))) {
            together.add(record);
        }
        for (Binned one : together) {
            SObject object = schema.object(one.object()).orElse(null);
            if (object != null) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                row.put("IsDeleted", 0L);
                row.put("SystemModstamp", stamp.at());
                Rows.update(db, object.name(), one.id(), row);
                Map<String, @Nullable Object> restored =
                        Rows.find(db, object, one.id()).orElseThrow();
                RecordChecks.unique(db, object, restored, restored.keySet());
            }
            change("DELETE FROM org_deleted WHERE id = ?", one.id());
        }
        for (Binned one : together) {
            tie(one.id());
        }
    }

    /** Takes the record out of the bin for good, with all that its deletion took along. */
    void purge(String id) throws ApiError, SQLException {
        Binned record = find(id).orElseThrow(() ->
                new ApiError(400, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", List.of("Id")));
        List<Binned> together = along(id);
        if (!record.root().equals(id)) {
            together.add(record);
        }
        for (Binned one : together) {
            if (schema.object(one.object()).isPresent()) {
                Rows.delete(db, one.object(), "Id", one.id());
            }
            change("UPDATE org_deleted SET in_bin = 0 WHERE id = ?", one.id());
            change("DELETE FROM org_loosened WHERE parent = ?", one.id());
        }
    }

    /** References come back where nothing has taken their place. */
    private void tie(String parent) throws SQLException {
        List<Loosened> references = new ArrayList<>();
        try (PreparedStatement statement =
                db.prepareStatement("SELECT object, field, id FROM org_loosened WHERE parent = ?")) {
            statement.setString(1, parent);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    references.add(new Loosened(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
        for (Loosened reference : references) {
            SObject child = schema.object(reference.object()).orElse(null);
            if (child != null
                    && child.field(reference.field()).filter(Field::isStored).isPresent()) {
                String column = SqlText.name(reference.field());
                change(
                        "UPDATE " + SqlText.name(child.name()) + " SET " + column + " = ? WHERE Id = ? AND " + column
                                + " IS NULL",
                        parent,
                        reference.id());
            }
        }
        change("DELETE FROM org_loosened WHERE parent = ?", parent);
    }

    private Optional<Binned> find(String id) throws SQLException {
        return select("SELECT id, object, root FROM org_deleted WHERE id = ? AND in_bin = 1", id).stream()
                .findFirst();
    }

    private List<Binned> along(String root) throws SQLException {
        return select("SELECT id, object, root FROM org_deleted WHERE root = ? AND in_bin = 1", root);
    }

    private List<Binned> select(String sql, String id) throws SQLException {
        List<Binned> found = new ArrayList<>();
        try (PreparedStatement statement = db.prepareStatement(sql)) {
            statement.setString(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Binned(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return found;
    }

    private void change(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement(sql)) {
            Rows.bind(statement, List.of(values));
            statement.executeUpdate();
        }
    }

    private static ApiError undeleteFailed(String why) {
        return new ApiError(400, "UNDELETE_FAILED", why);
    }
}
