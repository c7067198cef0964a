package dev.orgbench.gateway;

import dev.orgbench.store.Store;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code server}: rows to servers and back. It knows no rules. */
final class ServerTable {
    private final Store store;

    ServerTable(Store store) {
        this.store = store;
    }

    void insert(McpServer server, String tokenHash) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", server.id());
        row.put("org_id", server.orgId());
        row.put("token_hash", tokenHash);
        row.put("created_at", text(server.createdAt()));
        row.putAll(changing(server));
        String marks = String.join(", ", Collections.nCopies(row.size(), "?"));
        update(
                "INSERT INTO server (" + String.join(", ", row.keySet()) + ") VALUES (" + marks + ")",
                row.values().toArray());
    }

    void update(McpServer server) {
        Map<String, @Nullable Object> row = changing(server);
        List<@Nullable Object> values = new ArrayList<>(row.values());
        values.add(server.id());
        update("UPDATE server SET " + String.join(" = ?, ", row.keySet()) + " = ? WHERE id = ?", values.toArray());
    }

    /** What of a server can change but by its use: values by the names of their columns. */
    private static Map<String, @Nullable Object> changing(McpServer server) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", server.name());
        row.putAll(ConfigColumns.values(server.config()));
        row.put("expires_at", text(server.expiresAt()));
        row.put("updated_at", text(server.updatedAt()));
        row.put("revoked_at", text(server.revokedAt()));
        return row;
    }

    void setTokenHash(String id, @Nullable String tokenHash, Instant updatedAt) {
        update("UPDATE server SET token_hash = ?, updated_at = ? WHERE id = ?", tokenHash, text(updatedAt), id);
    }

    /** Forgets the hash and the API tokens of a server that ended. */
    void bury(String id) {
        update("DELETE FROM api_token WHERE server_id = ?", id);
        update("UPDATE server SET token_hash = NULL WHERE id = ?", id);
    }

    void noteCall(String id, Instant when) {
        update("UPDATE server SET calls = calls + 1, last_call_at = ? WHERE id = ?", text(when), id);
    }

    void delete(String id) {
        update("DELETE FROM server WHERE id = ?", id);
    }

    Optional<McpServer> find(String id) {
        return select("WHERE id = ?", id).stream().findFirst();
    }

    Optional<McpServer> findByHash(String tokenHash) {
        return select("WHERE token_hash = ?", tokenHash).stream().findFirst();
    }

    List<McpServer> ofOrg(String orgId) {
        return select("WHERE org_id = ? ORDER BY rowid", orgId);
    }

    /** Those whose token is still known, and which ended or will. */
    List<McpServer> withAnEnd() {
        return select("WHERE token_hash IS NOT NULL AND (expires_at IS NOT NULL OR revoked_at IS NOT NULL)");
    }

    Map<String, ServerUse> use(String orgId) {
        return store.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT id, calls, last_call_at FROM server WHERE org_id = ? AND calls > 0")) {
                set(statement, orgId);
                Map<String, ServerUse> use = new HashMap<>();
                ResultSet rows = statement.executeQuery();
                while (rows.next()) {
                    use.put(
                            rows.getString("id"),
                            new ServerUse(rows.getLong("calls"), instant(rows.getString("last_call_at"))));
                }
                return use;
            }
        });
    }

    private int update(String sql, @Nullable Object... values) {
        return store.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                set(statement, values);
                return statement.executeUpdate();
            }
        });
    }

    private List<McpServer> select(String where, @Nullable Object... values) {
        return store.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM server " + where)) {
                set(statement, values);
                List<McpServer> servers = new ArrayList<>();
                ResultSet rows = statement.executeQuery();
                while (rows.next()) {
                    servers.add(server(rows));
                }
                return servers;
            }
        });
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static McpServer server(ResultSet row) throws SQLException {
        return new McpServer(
                row.getString("id"),
                row.getString("org_id"),
                row.getString("name"),
                ConfigColumns.config(row),
                instant(row.getString("expires_at")),
                Instant.parse(row.getString("created_at")),
                Instant.parse(row.getString("updated_at")),
                instant(row.getString("revoked_at")));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
