package dev.orgbench.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The form of Orgbench's own file, and the way from an older form to a newer one. */
final class Migrations {
    private static final List<List<String>> STEPS = List.of(List.of(
            """
            CREATE TABLE org (
                id TEXT PRIMARY KEY,
                label TEXT NOT NULL,
                instance_url TEXT NOT NULL,
                kind TEXT NOT NULL,
                created_at TEXT NOT NULL)""",
            """
            CREATE TABLE server (
                id TEXT PRIMARY KEY,
                org_id TEXT NOT NULL REFERENCES org (id),
                name TEXT NOT NULL,
                methods TEXT NOT NULL,
                tags TEXT NOT NULL,
                token_hash TEXT NOT NULL UNIQUE,
                expires_at TEXT,
                created_at TEXT NOT NULL)"""));

    /** Of {@code orgbench.db}. */
    static final Form ORGBENCH = new Form(STEPS, true);

    private Migrations() {}

    static void apply(Connection connection, int version, Form form) throws SQLException {
        if (version > form.newest()) {
            throw new StoreException(
                    "This data was written by a newer Orgbench (form " + version + ", this one knows " + form.newest()
                            + "). Start that one, or another data folder with --data.",
                    new SQLException("user_version " + version));
        }
        try (Statement statement = connection.createStatement()) {
            for (int step = version; step < form.newest(); step++) {
                for (String sql : form.steps().get(step)) {
                    statement.execute(sql);
                }
                statement.execute("PRAGMA user_version=" + (step + 1));
            }
            connection.commit();
        }
    }
}
