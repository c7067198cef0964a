package dev.orgbench.demo.data;

import dev.orgbench.demo.ApiError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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

    public Checkpoints(OrgFile file) {
        this.file = file;
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
     * @param published takes over the shape of that day's tables
     * @throws ApiError if there is no such day, or its file is of another version
     */
    public synchronized void restore(String name, Work<?> touched, Work<?> published)
            throws ApiError, IOException, SQLException {
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
        replace(next, touched, published);
    }

    /** A place for an org that is to {@link #replace} this one; nothing is there. */
    public Path next() throws IOException {
        Path next = sibling(".next");
        for (String journal : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(sibling(".next" + journal));
        }
        return next;
    }

    /**
     * Puts the org of another file, which is deleted afterwards, in place of this one.
     *
     * @param touched changes it in the last moment, once it knows this org's keys and clients
     */
    public synchronized void replace(Path other, Work<?> touched, Work<?> published)
            throws ApiError, IOException, SQLException {
        try {
            file.replaceBy(other, db -> take(db, touched), published);
        } finally {
            next();
        }
    }

    private static boolean take(Connection db, Work<?> touched) throws ApiError, SQLException {
        for (String table : KEPT) {
            Optional<String> definition = definition(db, "current", table);
            if (definition.isEmpty()) {
                continue;
            }
            if (definition(db, "main", table).isEmpty()) {
                OrgFile.execute(db, definition.get());
            }
            OrgFile.execute(db, "DELETE FROM main." + table);
            OrgFile.execute(db, "INSERT INTO main." + table + " SELECT * FROM current." + table);
        }
        touched.run(db);
        return true;
    }

    private static Optional<String> definition(Connection db, String schema, String table) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement(
                "SELECT sql FROM " + schema + ".sqlite_schema WHERE type = 'table' AND name = ?")) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
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
