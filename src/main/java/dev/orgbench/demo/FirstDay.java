package dev.orgbench.demo;

import dev.orgbench.demo.metadata.Catalogue;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.sample.SampleOrg;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes an org back to how it was made, but for who is signed in and what was counted. */
final class FirstDay {
    /** What a client holds on to: keys, sessions, and the day's count of requests. */
    private static final List<String> KEPT = List.of("org_setting", "org_session", "org_refresh_token", "org_usage");

    /** Tables that the sample does not make. */
    private static final Set<String> MADE_AT_START = Set.of("org_refresh_token", "bulk_job", "bulk_part", "bulk_row");

    private FirstDay() {}

    static void restore(Org org) throws ApiError, SQLException {
        org.file()
                .reshape(
                        db -> {
                            remake(db, org);
                            return true;
                        },
                        db -> {
                            org.catalogue().load(db);
                            return true;
                        });
    }

    private static void remake(Connection db, Org org) throws ApiError, SQLException {
        try (Statement statement = db.createStatement()) {
            for (String table : KEPT) {
                statement.execute("CREATE TEMP TABLE kept_" + table + " AS SELECT * FROM main." + table);
            }
            for (String table : tables(statement)) {
                if (MADE_AT_START.contains(table)) {
                    statement.execute("DELETE FROM main.\"" + table + "\"");
                } else {
                    statement.execute("DROP TABLE main.\"" + table + "\"");
                }
            }
            // With a catalogue of its own: the one in use changes only once all this is committed.
            new SampleOrg(new Catalogue(), org.clock()).fill(db);
            for (String table : KEPT) {
                statement.execute("DELETE FROM main." + table);
                statement.execute("INSERT INTO main." + table + " SELECT * FROM temp.kept_" + table);
                statement.execute("DROP TABLE temp.kept_" + table);
            }
        }
        // So that a client which asks what changed since its last look is told.
        org.catalogue().touch(db, org.clock().instant());
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
