package dev.orgbench.demo.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What stands where the org's file should be. */
enum FileCondition {
    /** Nothing, or a database without tables (a first start that was cut short). */
    FRESH,
    /** A whole org of this version. */
    SOUND,
    /** Damaged, not a database, or of another version. */
    UNUSABLE;

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss");

    static FileCondition of(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (!Files.exists(file)) {
            return FRESH;
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is no file; the demo org needs a place for its file");
        }
        try (Connection db = Connections.plain(file)) {
            Connections.execute(db, "PRAGMA busy_timeout = 5000");
            if (!first(db, "PRAGMA integrity_check(1)").equals("ok")) {
                return UNUSABLE;
            }
            if (first(db, "SELECT count(*) FROM sqlite_schema").equals("0")) {
                return FRESH;
            }
            return first(db, "PRAGMA user_version").equals(String.valueOf(OrgFile.VERSION)) ? SOUND : UNUSABLE;
        } catch (SQLiteException e) {
            if (isDamage(e.getResultCode())) {
                return UNUSABLE;
            }
            throw new IOException("The demo org's file " + file + " can not be opened: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new IOException("The demo org's file " + file + " can not be opened: " + e.getMessage(), e);
        }
    }

    /** Renames the file, and the journal that belongs to it, to a name with the date; gives the new name. */
    static Path moveAside(Path file, Clock clock) throws IOException {
        String stamp = LocalDateTime.now(clock).format(STAMP);
        Path target = sibling(file, "." + stamp);
        for (int i = 2; Files.exists(target); i++) {
            target = sibling(file, "." + stamp + "-" + i);
        }
        for (String journal : List.of("-wal", "-shm")) {
            Path from = sibling(file, journal);
            if (Files.exists(from)) {
                Files.move(from, sibling(target, journal));
            }
        }
        return Files.move(file, target);
    }

    private static Path sibling(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static boolean isDamage(SQLiteErrorCode code) {
        // Extended codes carry the plain one in their lowest byte.
        int plain = code.code & 0xff;
        return plain == SQLiteErrorCode.SQLITE_CORRUPT.code || plain == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private static String first(Connection db, String sql) throws SQLException {
        try (Statement statement = db.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }
}
