package dev.orgbench.demo.bulk;

import dev.orgbench.demo.data.OrgFile;
import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of each row of a job. Rows are done in order, so that the last one tells where to go on. */
final class RowResults {
    private static final int FETCHED = 2000;

    private RowResults() {}

    /**
     * Of one row.
     *
     * @param row its place, 0 for the first one below the header
     * @param id the record's; null where it failed before one was known
     * @param error null where it succeeded
     */
    record RowResult(
            long row,
            @Nullable String id,
            boolean created,
            @Nullable String error) {
        boolean failed() {
            return error != null;
        }
    }

    static void add(Connection db, String job, List<RowResult> results) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement("INSERT INTO bulk_row VALUES (?, ?, ?, ?, ?)")) {
            for (RowResult result : results) {
                statement.setString(1, job);
                statement.setLong(2, result.row());
                statement.setString(3, result.id());
                statement.setBoolean(4, result.created());
                statement.setString(5, result.error());
                statement.executeUpdate();
            }
        }
    }

    /** The results one after the other, read a few at a time. */
    static final class Cursor {
        private final OrgFile file;
        private final String job;
        private final Deque<RowResult> fetched = new ArrayDeque<>();
        private long next;
        private boolean atEnd;

        Cursor(OrgFile file, String job) {
            this.file = file;
            this.job = job;
        }

        /** The result of that row, which comes after those asked for before; nothing where it was not worked on. */
        Optional<RowResult> of(long row) throws ApiError, SQLException {
            if (fetched.isEmpty() && !atEnd) {
                next = row;
                fetched.addAll(file.read(this::fetch));
                atEnd = fetched.isEmpty();
            }
            return fetched.isEmpty() ? Optional.empty() : Optional.of(fetched.removeFirst());
        }

        private List<RowResult> fetch(Connection db) throws SQLException {
            try (PreparedStatement statement = db.prepareStatement(
                    "SELECT row, id, created, error FROM bulk_row WHERE job = ? AND row >= ? ORDER BY row LIMIT "
                            + FETCHED)) {
                statement.setString(1, job);
                statement.setLong(2, next);
                List<RowResult> results = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        results.add(
                                new RowResult(row.getLong(1), row.getString(2), row.getBoolean(3), row.getString(4)));
                    }
                }
                return results;
            }
        }
    }
}
