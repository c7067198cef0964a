package dev.orgbench.demo.bulk;

import dev.orgbench.demo.bulk.CsvForm.Delimiter;
import dev.orgbench.demo.bulk.CsvForm.LineEnding;
import dev.orgbench.demo.data.Rows;
import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The jobs in the file. */
final class Jobs {
    private static final String TABLE = "bulk_job";
    private static final String QUERIES = "operation IN ('query', 'queryAll')";
    private static final String ALL = "SELECT * FROM bulk_job WHERE ";

    private Jobs() {}

    static void insert(Connection db, Job job) throws SQLException {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", job.id());
        row.put("operation", job.operation().apiName());
        row.put("object", job.object());
        row.put("external_id", job.externalId());
        row.put("query", job.query());
        row.put("delimiter", job.form().delimiter().name());
        row.put("line_ending", job.form().lineEnding().name());
        row.put("version", job.version());
        row.put("state", job.state().name());
        row.put("has_data", job.hasData() ? 1 : 0);
        row.put("user_id", job.userId());
        row.put("created", job.created());
        row.put("modified", job.modified());
        row.put("processed", job.processed());
        row.put("failed", job.failed());
        row.put("milliseconds", job.milliseconds());
        row.put("error", job.error());
        Rows.insert(db, TABLE, row);
    }

    /**
     * The job of a request.
     *
     * @param query whether it was asked for as a query job
     * @throws ApiError NOT_FOUND, also for ids that are none
     */
    static Job require(Connection db, String id, boolean query) throws ApiError, SQLException {
        return find(db, id).filter(job -> job.operation().isQuery() == query).orElseThrow(ApiError::notFound);
    }

    static Optional<Job> find(Connection db, String id) throws SQLException {
        return list(db, ALL + "id = ?", id).stream().findFirst();
    }

    /** Those of one kind, the oldest first, after the job {@code after}. */
    static List<Job> page(Connection db, boolean query, String after, int most) throws SQLException {
        return list(db, ALL + (query ? "" : "NOT ") + QUERIES + " AND id > ? ORDER BY id LIMIT " + most, after);
    }

    /** Those whose work is to be done or to go on, in the order in which they came. */
    static List<Job> waiting(Connection db, boolean query) throws SQLException {
        return list(
                db,
                ALL + (query ? "" : "NOT ") + QUERIES + " AND state IN ('UPLOAD_COMPLETE', 'IN_PROGRESS') AND id > ?"
                        + " ORDER BY id",
                "");
    }

    /** How many of one kind were made since then. */
    static int madeSince(Connection db, boolean query, String instant) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement(
                "SELECT count(*) FROM bulk_job WHERE " + (query ? "" : "NOT ") + QUERIES + " AND created >= ?")) {
            statement.setString(1, instant);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    static void move(Connection db, String id, JobState to, @Nullable String error, String now) throws SQLException {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        changes.put("state", to.name());
        changes.put("error", error);
        changes.put("modified", now);
        Rows.update(db, TABLE, id, changes);
    }

    /** Ends the work on a job, unless somebody aborted or deleted it before. */
    static void end(Connection db, String id, JobState to, @Nullable String error, String now) throws SQLException {
        if (find(db, id).filter(job -> job.state() == JobState.IN_PROGRESS).isPresent()) {
            move(db, id, to, error, now);
        }
    }

    /** Notes whether its CSV is here. */
    static void hasData(Connection db, String id, boolean here) throws SQLException {
        Rows.update(db, TABLE, id, Map.of("has_data", here ? 1 : 0));
    }

    /** Notes how far the work has come. */
    static void progress(Connection db, Job job, long processed, long failed, long milliseconds, String now)
            throws SQLException {
        Rows.update(
                db,
                TABLE,
                job.id(),
                Map.of("processed", processed, "failed", failed, "milliseconds", milliseconds, "modified", now));
    }

    /** Removes those that were made before then, finished or not. */
    static void forgetBefore(Connection db, String instant) throws SQLException {
        for (Job job : list(db, ALL + "created < ?", instant)) {
            delete(db, job.id());
        }
    }

    /** Removes it with its CSV and its results. */
    static void delete(Connection db, String id) throws SQLException {
        Rows.delete(db, "bulk_part", "job", id);
        Rows.delete(db, "bulk_row", "job", id);
        Rows.delete(db, TABLE, "id", id);
    }

    private static List<Job> list(Connection db, String sql, String parameter) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement(sql)) {
            statement.setString(1, parameter);
            List<Job> jobs = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    jobs.add(read(row));
                }
            }
            return jobs;
        }
    }

    private static Job read(ResultSet row) throws SQLException {
        return new Job(
                row.getString("id"),
                Operation.stored(row.getString("operation")).orElseThrow(),
                row.getString("object"),
                row.getString("external_id"),
                row.getString("query"),
                new CsvForm(
                        Delimiter.valueOf(row.getString("delimiter")),
                        LineEnding.valueOf(row.getString("line_ending"))),
                row.getString("version"),
                JobState.valueOf(row.getString("state")),
                row.getBoolean("has_data"),
                row.getString("user_id"),
                row.getString("created"),
                row.getString("modified"),
                row.getLong("processed"),
                row.getLong("failed"),
                row.getLong("milliseconds"),
                row.getString("error"));
    }
}
