package dev.orgbench.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The file's form, step by step. A step that was released is never changed; a new one is added. */
final class Migrations {
    private static final List<String> ORGS_AND_SERVERS = List.of(
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
                created_at TEXT NOT NULL)""");

    /** What an org is and who is signed in to it; {@code kind} tells how it was connected. */
    private static final List<String> ORGS_THAT_A_PERSON_CONNECTED = List.of(
            "ALTER TABLE org ADD COLUMN org_kind TEXT",
            "ALTER TABLE org ADD COLUMN organization_id TEXT",
            "ALTER TABLE org ADD COLUMN user_name TEXT");

    private static final List<List<String>> STEPS = List.of(ORGS_AND_SERVERS, ORGS_THAT_A_PERSON_CONNECTED);

    private Migrations() {}

    /** The version of a file that is up to date, as kept in {@code PRAGMA user_version}. */
    static int newest() {
        return STEPS.size();
    }

    static void apply(Connection connection, int version) throws SQLException {
        if (version > newest()) {
            throw new StoreException(
                    "This data was written by a newer Orgbench (form " + version + ", this one knows " + newest()
                            + "). Start that one, or another data folder with --data.",
                    new SQLException("user_version " + version));
        }
        try (Statement statement = connection.createStatement()) {
            for (int step = version; step < newest(); step++) {
                for (String sql : STEPS.get(step)) {
                    statement.execute(sql);
                }
                statement.execute("PRAGMA user_version=" + (step + 1));
            }
            connection.commit();
        }
    }
}
