package dev.orgbench.demo.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What the org knows of itself, by name. */
public final class Settings {
    public static final String ORGANIZATION_ID = "organization_id";
    public static final String USER_ID = "user_id";
    public static final String CLIENT_ID = "client_id";
    public static final String CLIENT_SECRET = "client_secret";
    public static final String SESSION = "session";
    public static final String SAMPLE_SIZE = "sample_size";
    public static final String SCHEMA_MODIFIED = "schema_modified";

    private Settings() {}

    static void createTable(Connection db) throws SQLException {
        Connections.execute(db, "CREATE TABLE org_setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
    }

    public static void put(Connection db, String name, String value) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement("INSERT OR REPLACE INTO org_setting VALUES (?, ?)")) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.executeUpdate();
        }
    }

    public static Optional<String> get(Connection db, String name) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement("SELECT value FROM org_setting WHERE name = ?")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    /** A setting that every org has. */
    public static String require(Connection db, String name) throws SQLException {
        return get(db, name).orElseThrow(() -> new SQLException("The org's file lacks the setting " + name));
    }
}
