package dev.orgbench.demo.data;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/** How the org's file is opened. */
final class Connections {
    private Connections() {}

    /** A connection as SQLite opens it, but that an insert does not go on to ask for the row's number. */
    static Connection plain(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setGetGeneratedKeys(false);
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    /** One that others may read and write beside. */
    static Connection open(Path file) throws SQLException {
        Connection db = plain(file);
        // The waiting time comes first: changing the journal's mode may have to wait itself.
        execute(db, "PRAGMA busy_timeout = 5000");
        execute(db, "PRAGMA journal_mode = WAL");
        execute(db, "PRAGMA synchronous = NORMAL");
        return db;
    }

    static void execute(Connection db, String sql) throws SQLException {
        try (Statement statement = db.createStatement()) {
            statement.execute(sql);
        }
    }
}
