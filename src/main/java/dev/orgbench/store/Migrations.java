package dev.orgbench.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The form of Orgbench's own file, and the way from an older form to a newer one. */
final class Migrations {
    private static final List<String> ORGS_AND_SERVERS = List.of("""
            CREATE TABLE org (
                id TEXT PRIMARY KEY,
                label TEXT NOT NULL,
                instance_url TEXT NOT NULL,
                kind TEXT NOT NULL,
                created_at TEXT NOT NULL)""", """
            CREATE TABLE server (
                id TEXT PRIMARY KEY,
                org_id TEXT NOT NULL REFERENCES org (id),
                name TEXT NOT NULL,
                methods TEXT NOT NULL,
                tags TEXT NOT NULL,
                token_hash TEXT NOT NULL UNIQUE,
                expires_at TEXT,
                created_at TEXT NOT NULL)""");

    /** A server outlives its token: revoked and expired ones stay in the list, and their hash goes. */
    private static final List<String> SERVERS_THAT_END =
            List.of("""
            CREATE TABLE server_with_end (
                id TEXT PRIMARY KEY,
                org_id TEXT NOT NULL REFERENCES org (id) ON DELETE CASCADE,
                name TEXT NOT NULL,
                methods TEXT NOT NULL,
                tags TEXT NOT NULL,
                pinned_objects TEXT NOT NULL DEFAULT '',
                api_token_auth INTEGER NOT NULL DEFAULT 0,
                token_hash TEXT UNIQUE,
                expires_at TEXT,
                created_at TEXT NOT NULL,
                updated_at TEXT NOT NULL,
                revoked_at TEXT,
                calls INTEGER NOT NULL DEFAULT 0,
                last_call_at TEXT)""", """
            INSERT INTO server_with_end
                (id, org_id, name, methods, tags, token_hash, expires_at, created_at, updated_at)
            SELECT id, org_id, name, methods, tags, token_hash, expires_at, created_at, created_at FROM server""", "DROP TABLE server", "ALTER TABLE server_with_end RENAME TO server", """
            CREATE TABLE api_token (
                id TEXT PRIMARY KEY,
                server_id TEXT NOT NULL REFERENCES server (id) ON DELETE CASCADE,
                name TEXT NOT NULL,
                token_hash TEXT NOT NULL,
                created_at TEXT NOT NULL,
                UNIQUE (server_id, name))""");

    /** What an org is and who is signed in to it; {@code kind} tells how it was connected. */
    private static final List<String> ORGS_THAT_A_PERSON_CONNECTED = List.of(
            "ALTER TABLE org ADD COLUMN org_kind TEXT",
            "ALTER TABLE org ADD COLUMN organization_id TEXT",
            "ALTER TABLE org ADD COLUMN user_name TEXT");

    /** What a server may touch, how long its answers are, how much it may be called (0 is no limit). */
    private static final List<String> SERVERS_WITH_TERMS = List.of(
            "ALTER TABLE server ADD COLUMN read_objects TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE server ADD COLUMN write_objects TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE server ADD COLUMN search_and_fetch INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE server ADD COLUMN confirm_destructive INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE server ADD COLUMN byte_budget INTEGER NOT NULL DEFAULT 200000",
            "ALTER TABLE server ADD COLUMN calls_at_once INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE server ADD COLUMN calls_per_minute INTEGER NOT NULL DEFAULT 0");

    private static final List<List<String>> STEPS =
            List.of(ORGS_AND_SERVERS, SERVERS_THAT_END, ORGS_THAT_A_PERSON_CONNECTED, SERVERS_WITH_TERMS);

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
