package dev.orgbench.demo.data;

import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.sqlite.SQLiteConnection;

/** Whole databases from one file to another, page by page (SQLite's online backup). */
final class Copies {
    private static final int PAGES_A_STEP = 10_000;

    private Copies() {}

    /** Copies what is committed in {@code from}, beside readers and writers, to a file that is there whole or not at all. */
    static void copy(Path from, Path to) throws IOException, SQLException {
        Path unfinished = to.resolveSibling(to.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        try (Connection db = Connections.plain(from)) {
            // From one snapshot: else a writer in its midst makes it begin again.
            Connections.execute(db, "BEGIN");
            Connections.execute(db, "SELECT count(*) FROM sqlite_schema");
            check(db.unwrap(SQLiteConnection.class)
                    .getDatabase()
                    .backup("main", unfinished.toString(), null, 0, 0, PAGES_A_STEP));
        }
        try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Changes {@code file} in one transaction, with {@code current} attached under that name. */
    static void prepare(Path file, Path current, Work<?> work) throws ApiError, SQLException {
        try (Connection db = Connections.plain(file)) {
            try (PreparedStatement attach = db.prepareStatement("ATTACH ? AS current")) {
                attach.setString(1, current.toAbsolutePath().toString());
                attach.execute();
            }
            Connections.execute(db, "BEGIN");
            work.run(db);
            Connections.execute(db, "COMMIT");
        }
    }

    /** In one transaction of {@code db}. */
    static void restore(Connection db, Path from) throws SQLException {
        check(db.unwrap(SQLiteConnection.class)
                .getDatabase()
                .restore("main", from.toString(), null, 0, 0, PAGES_A_STEP));
    }

    private static void check(int result) throws SQLException {
        if (result != 0) {
            throw new SQLException("SQLite could not copy the demo org's file (" + result + ")");
        }
    }
}
