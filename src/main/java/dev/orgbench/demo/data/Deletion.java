package dev.orgbench.demo.data;

import dev.orgbench.demo.schema.ChildRelationship;
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
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Deletes a record and what hangs on it: children that cascade go too, others lose their reference, some forbid it. */
final class Deletion {
    private final Connection db;
    private final Schema schema;
    private final Stamp stamp;
    private final RecycleBin bin;
    private final String root;

    /** @param root the record that is to be deleted */
    Deletion(Connection db, Schema schema, Stamp stamp, String root) {
        this.db = db;
        this.schema = schema;
        this.stamp = stamp;
        this.bin = new RecycleBin(db, schema);
        this.root = root;
    }

    void run(SObject object) throws ApiError, SQLException {
        delete(object, root);
    }

    private void delete(SObject object, String id) throws ApiError, SQLException {
        // Itself first: children that point back to it must not come here again.
        boolean kept = object.field("IsDeleted").isPresent();
        if (kept) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("IsDeleted", 1L);
            row.put("SystemModstamp", stamp.at());
            Rows.update(db, object.name(), id, row);
        } else {
            Rows.delete(db, object.name(), "Id", id);
        }
        bin.add(object, id, root, stamp.at(), kept);
        for (ChildRelationship relationship : schema.childRelationships(object)) {
            SObject child = schema.object(relationship.childSObject()).orElse(null);
            if (child != null
                    && child.field(relationship.field()).filter(Field::isStored).isPresent()) {
                children(object, id, relationship, child);
            }
        }
    }

    private void children(SObject object, String id, ChildRelationship relationship, SObject child)
            throws ApiError, SQLException {
        String column = SqlText.name(relationship.field());
        if (!relationship.restrictedDelete() && !relationship.cascadeDelete()) {
            loosen(child, relationship.field(), id);
            return;
        }
        List<String> ids = liveChildren(child, column, id);
        if (ids.isEmpty()) {
            return;
        }
        if (relationship.restrictedDelete()) {
            throw new ApiError(
                    400,
                    "DELETE_FAILED",
                    "Your attempt to delete this " + object.label().toLowerCase(Locale.ROOT)
                            + " could not be completed because it is associated with the following "
                            + child.labelPlural().toLowerCase(Locale.ROOT) + ".: " + String.join(", ", ids));
        }
        for (String childId : ids) {
            delete(child, childId);
        }
    }

    private List<String> liveChildren(SObject child, String column, String id) throws SQLException {
        String live = child.field("IsDeleted").isPresent() ? " AND IsDeleted = 0" : "";
        return ids("SELECT Id FROM " + SqlText.name(child.name()) + " WHERE " + column + " = ?" + live, id);
    }

    /** Takes the reference out of all children, live or deleted, and notes it for the day when the record comes back. */
    private void loosen(SObject child, String field, String id) throws SQLException {
        String column = SqlText.name(field);
        for (String childId : ids(
                "UPDATE " + SqlText.name(child.name()) + " SET " + column + " = NULL WHERE " + column
                        + " = ? RETURNING Id",
                id)) {
            bin.loosened(id, child, field, childId);
        }
    }

    private List<String> ids(String sql, String id) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement(sql)) {
            statement.setString(1, id);
            List<String> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        }
    }
}
