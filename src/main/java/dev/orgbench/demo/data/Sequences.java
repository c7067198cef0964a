package dev.orgbench.demo.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Counters that survive: record ids by key prefix, and auto-numbers by field. */
public final class Sequences {
    /** New orgs on old instances begin somewhere in the middle. */
    private static final long FIRST_ID = 4_210_000L;

    private Sequences() {}

    static void createTable(Connection db) throws SQLException {
        Connections.execute(
                db, "CREATE TABLE org_sequence (name TEXT PRIMARY KEY, next INTEGER NOT NULL) WITHOUT ROWID");
    }

    /** A new record id. */
    public static String nextId(Connection db, String keyPrefix) throws SQLException {
        return id((name, first) -> next(db, name, first), keyPrefix);
    }

    static String id(Counter counter, String keyPrefix) throws SQLException {
        return RecordId.of(keyPrefix, counter.next("id:" + keyPrefix, FIRST_ID));
    }

    /** The next number of {@code name}, which begins at {@code first}. */
    public static long next(Connection db, String name, long first) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement("INSERT INTO org_sequence (name, next) VALUES (?, ? + 1)"
                + " ON CONFLICT (name) DO UPDATE SET next = next + 1 RETURNING next - 1")) {
            statement.setString(1, name);
            statement.setLong(2, first);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Lets a sequence that there is go on from {@code next}. */
    static void goOn(Connection db, String name, long next) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement("UPDATE org_sequence SET next = ? WHERE name = ?")) {
            statement.setLong(1, next);
            statement.setString(2, name);
            statement.executeUpdate();
        }
    }

    /** A later sequence of that name begins anew. */
    static void forget(Connection db, String name) throws SQLException {
        Rows.delete(db, "org_sequence", "name", name);
    }
}
