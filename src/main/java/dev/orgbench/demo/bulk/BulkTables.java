package dev.orgbench.demo.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Where jobs are kept: what they are, their CSV in pieces, and what became of each row. */
final class BulkTables {
    private static final List<String> TABLES = List.of(
            "bulk_job (id TEXT PRIMARY KEY, operation TEXT NOT NULL, object TEXT NOT NULL, external_id TEXT, query TEXT,"
                    + " delimiter TEXT NOT NULL, line_ending TEXT NOT NULL, version TEXT NOT NULL, state TEXT NOT NULL,"
                    + " has_data INTEGER NOT NULL, user_id TEXT NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL,"
                    + " processed INTEGER NOT NULL, failed INTEGER NOT NULL, milliseconds INTEGER NOT NULL, error TEXT)",
            "bulk_part (job TEXT NOT NULL, part INTEGER NOT NULL, first_row INTEGER NOT NULL, csv BLOB NOT NULL,"
                    + " PRIMARY KEY (job, part))",
            "bulk_row (job TEXT NOT NULL, row INTEGER NOT NULL, id TEXT, created INTEGER NOT NULL, error TEXT,"
                    + " PRIMARY KEY (job, row)) WITHOUT ROWID");

    private BulkTables() {}

    static void create(Connection db) throws SQLException {
        try (Statement statement = db.createStatement()) {
            for (String table : TABLES) {
                statement.execute("CREATE TABLE IF NOT EXISTS " + table);
            }
        }
    }
}
