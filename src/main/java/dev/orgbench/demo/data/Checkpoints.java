package dev.orgbench.demo.data;

import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Days of the org to which it can go back, each in a file of its own beside the org's. Who is signed in, the org's keys
 * and what was counted stay as they are when it does.
 */
public final class Checkpoints {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    /** What a client holds on to. */
    private static final List<String> KEPT =
            List.of("org_setting", "org_session", "org_refresh_token", UsageMeter.TABLE);

    private final OrgFile file;
    private final Shape shape;

    public Checkpoints(OrgFile file, Shape shape) {
        this.file = file;
        this.shape = shape;
    }

    /** What the org knows of its tables. */
    public interface Shape {
        /** Whether that table holds an object's records. All others are the org's own. */
        boolean isObject(String table);

        /** Notes that the shape is a new one, in the day that comes. */
        void touch(Connection db) throws SQLException;

        /** Takes over the shape of the day that has come. */
        void publish(Connection db) throws SQLException;
    }

    /**
     * Keeps the org as it is now, in place of an earlier day of that name. Clients work on meanwhile.
     *
     * @throws ApiError if {@code name} is none
     */
    public synchronized void keep(String name) throws ApiError, IOException, SQLException {
        Copies.copy(file.path(), place(name));
    }

    /** The names of all that are kept. */
    public List<String> names() throws IOException {
        String prefix = file.path().getFileName() + ".checkpoint-";
        try (Stream<Path> files = Files.list(file.path().resolveSibling(""))) {
            return files.map(path -> path.getFileName().toString())
                    .filter(text -> text.startsWith(prefix))
                    .map(text -> text.substring(prefix.length()))
                    .filter(text -> NAME.matcher(text).matches())
                    .sorted()
                    .toList();
        }
    }

    /**
     * Goes back to a day that was kept, which is kept on.
     *
     * @throws ApiError if there is no such day, or its file is of another version
     */
    public synchronized void restore(String name) throws ApiError, IOException, SQLException {
        Path kept = place(name);
        if (!Files.exists(kept)) {
            throw new ApiError(404, "NOT_FOUND", "There is no checkpoint " + name + ". There are: " + names());
        }
        if (FileCondition.of(kept) != FileCondition.SOUND) {
            throw new ApiError(
                    409, "CONFLICT", "The checkpoint " + name + " is damaged, or of another version of Orgbench");
        }
        Path next = next();
        Files.copy(kept, next, StandardCopyOption.REPLACE_EXISTING);
        replace(next);
    }

    /** A place for an org that is to {@link #replace} this one; nothing is there. */
    public Path next() throws IOException {
        Path next = sibling(".next");
        for (String journal : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(sibling(".next" + journal));
        }
        return next;
    }

    /** Puts the org of another file, which is deleted afterwards, in place of this one. */
    public synchronized void replace(Path other) throws ApiError, IOException, SQLException {
        try {
            file.replaceBy(
                    other,
                    db -> {
                        take(db);
                        shape.touch(db);
                        return true;
                    },
                    db -> {
                        shape.publish(db);
                        return true;
                    });
        } finally {
            next();
        }
    }

    /** Into the day that comes: the org's own tables that it has not, empty, and the rows that are kept. */
    private void take(Connection db) throws SQLException {
        for (Definition definition : lacking(db)) {
            if (!exists(db, definition.name())) {
                Connections.execute(db, definition.sql());
            }
        }
        for (String table : KEPT) {
            Connections.execute(db, "DELETE FROM main." + table);
            Connections.execute(db, "INSERT INTO main." + table + " SELECT * FROM current." + table);
        }
    }

    /** Tables made since: those that make others with them come first, and what hangs on tables last. */
    private List<Definition> lacking(Connection db) throws SQLException {
        List<Definition> definitions = new ArrayList<>();
        try (Statement statement = db.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT name, tbl_name, sql FROM current.sqlite_schema WHERE sql IS NOT NULL AND name NOT IN"
                                + " (SELECT name FROM main.sqlite_schema) AND name NOT LIKE 'sqlite_%'"
                                + " ORDER BY sql LIKE 'CREATE VIRTUAL%' DESC, type = 'table' DESC")) {
            while (rows.next()) {
                if (!shape.isObject(rows.getString(2))) {
                    definitions.add(new Definition(rows.getString(1), rows.getString(3)));
                }
            }
        }
        return definitions;
    }

    private record Definition(String name, String sql) {}

    private static boolean exists(Connection db, String name) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement("SELECT 1 FROM main.sqlite_schema WHERE name = ?")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private Path place(String name) throws ApiError {
        if (!NAME.matcher(name).matches()) {
            throw new ApiError(
                    400, "INVALID_NAME", "A checkpoint's name has up to 64 letters, digits, hyphens and underscores");
        }
        return sibling(".checkpoint-" + name);
    }

    private Path sibling(String suffix) {
        return file.path().resolveSibling(file.path().getFileName() + suffix);
    }
}
