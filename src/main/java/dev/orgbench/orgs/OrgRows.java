package dev.orgbench.orgs;

import dev.orgbench.store.Store;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The orgs in Orgbench's own file, without their secrets. */
final class OrgRows {
    private static final String COLUMNS =
            "SELECT id, label, instance_url, kind, org_kind, organization_id, user_name FROM org ";

    private final Store store;

    OrgRows(Store store) {
        this.store = store;
    }

    /**
     * One of them.
     *
     * @param organizationId Salesforce's, in 18 characters; null if it was never told
     */
    record Row(
            String id,
            String label,
            URI instanceUrl,
            SignInWay way,
            OrgKind kind,
            @Nullable String organizationId,
            @Nullable String userName) {}

    /** Those that a person connected, oldest first. */
    List<Row> connected() {
        return store.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    COLUMNS + "WHERE org_kind IS NOT NULL AND kind <> ? ORDER BY created_at, id")) {
                select.setString(1, SignInWay.BUILT_IN.name());
                List<Row> found = new ArrayList<>();
                ResultSet rows = select.executeQuery();
                while (rows.next()) {
                    found.add(row(rows));
                }
                return found;
            }
        });
    }

    /** What a person calls the org of that id. */
    Optional<String> label(String id) {
        return store.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT label FROM org WHERE id = ?")) {
                select.setString(1, id);
                ResultSet rows = select.executeQuery();
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        });
    }

    /** Keeps it, replacing what was known under its id. */
    void keep(Row row, String now) {
        store.run(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("""
                    INSERT INTO org (id, label, instance_url, kind, org_kind, organization_id, user_name, created_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET label = excluded.label, instance_url = excluded.instance_url,
                        kind = excluded.kind, org_kind = excluded.org_kind,
                        organization_id = excluded.organization_id, user_name = excluded.user_name""")) {
                upsert.setString(1, row.id());
                upsert.setString(2, row.label());
                upsert.setString(3, row.instanceUrl().toString());
                upsert.setString(4, row.way().name());
                upsert.setString(5, row.kind().name());
                upsert.setString(6, row.organizationId());
                upsert.setString(7, row.userName());
                upsert.setString(8, now);
                return upsert.executeUpdate();
            }
        });
    }

    void rename(String id, String label) {
        store.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE org SET label = ? WHERE id = ?")) {
                update.setString(1, label);
                update.setString(2, id);
                return update.executeUpdate();
            }
        });
    }

    void remove(String id) {
        store.run(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM org WHERE id = ?")) {
                delete.setString(1, id);
                return delete.executeUpdate();
            }
        });
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("label"),
                URI.create(row.getString("instance_url")),
                SignInWay.valueOf(row.getString("kind")),
                OrgKind.valueOf(row.getString("org_kind")),
                row.getString("organization_id"),
                row.getString("user_name"));
    }
}
