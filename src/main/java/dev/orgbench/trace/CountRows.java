package dev.orgbench.trace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the counts of API use and reads them back. */
final class CountRows {
    private CountRows() {}

    static void write(Connection connection, Counts counts) throws SQLException {
        try (PreparedStatement use = connection.prepareStatement("""
                INSERT INTO api_use VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (org_id, slot, server, name)
                DO UPDATE SET calls = calls + excluded.calls, requests = requests + excluded.requests""")) {
            for (Map.Entry<Counts.Key, long[]> entry : counts.uses().entrySet()) {
                Cause who = entry.getKey().who();
                use.setString(1, who.orgId());
                use.setLong(2, entry.getKey().slot());
                use.setString(3, who.server() == null ? "" : who.server());
                use.setString(4, who.name());
                use.setLong(5, entry.getValue()[0]);
                use.setLong(6, entry.getValue()[1]);
                use.executeUpdate();
            }
        }
        try (PreparedStatement level = connection.prepareStatement("""
                INSERT INTO api_level VALUES (?, ?, ?, ?, ?) ON CONFLICT (org_id, slot)
                DO UPDATE SET at = excluded.at, used = excluded.used, allowed = excluded.allowed
                WHERE excluded.at >= at""")) {
            for (Map.Entry<Counts.LevelKey, Level> entry : counts.levels().entrySet()) {
                level.setString(1, entry.getKey().orgId());
                level.setLong(2, entry.getKey().slot());
                level.setLong(3, entry.getValue().at().getEpochSecond());
                level.setLong(4, entry.getValue().use().used());
                level.setLong(5, entry.getValue().use().limit());
                level.executeUpdate();
            }
        }
    }

    /** Adds to {@code counts} what was written of an org since {@code from}. */
    static void read(Connection connection, String orgId, Instant from, Counts counts) throws SQLException {
        try (PreparedStatement uses = since(connection, "SELECT * FROM api_use", orgId, from);
                ResultSet row = uses.executeQuery()) {
            while (row.next()) {
                @Nullable String server = row.getString("server").isEmpty() ? null : row.getString("server");
                Cause who = new Cause(orgId, server, row.getString("name"));
                counts.add(new Counts.Key(row.getLong("slot"), who), row.getLong("calls"), row.getLong("requests"));
            }
        }
        try (PreparedStatement levels = since(connection, "SELECT * FROM api_level", orgId, from);
                ResultSet row = levels.executeQuery()) {
            while (row.next()) {
                counts.addLevel(
                        new Counts.LevelKey(row.getLong("slot"), orgId),
                        new Level(
                                Instant.ofEpochSecond(row.getLong("at")),
                                new ApiUse(row.getLong("used"), row.getLong("allowed"))));
            }
        }
    }

    static void deleteBefore(Connection connection, Instant oldest) throws SQLException {
        for (String table : new String[] {"api_use", "api_level"}) {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + table + " WHERE slot < ?")) {
                delete.setLong(1, oldest.getEpochSecond());
                delete.executeUpdate();
            }
        }
    }

    private static PreparedStatement since(Connection connection, String select, String orgId, Instant from)
            throws SQLException {
        PreparedStatement since = connection.prepareStatement(select + " WHERE org_id = ? AND slot >= ?");
        since.setString(1, orgId);
        since.setLong(2, Counts.slot(from));
        return since;
    }
}
