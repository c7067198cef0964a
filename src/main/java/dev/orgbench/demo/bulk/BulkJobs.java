package dev.orgbench.demo.bulk;

import dev.orgbench.demo.api.Errors;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.Times;
import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The work on bulk jobs behind the requests. Jobs that a stop of the org has cut off are taken up again. */
public final class BulkJobs implements AutoCloseable {
    /** Salesforce keeps finished jobs for seven days. (Bulk API 2.0 guide, "Limits".) */
    private static final Duration KEPT = Duration.ofDays(7);

    private final Org org;
    private final IngestWork ingest;
    private final QueryWork queries;
    private final Worker ingestWorker;
    private final Worker queryWorker;

    private BulkJobs(Org org) {
        this.org = org;
        this.ingestWorker = new Worker("bulk-ingest", this::ingest);
        this.queryWorker = new Worker("bulk-query", this::query);
        CsvParts parts = new CsvParts(org.file());
        this.ingest = new IngestWork(org, parts, ingestWorker::isClosing);
        this.queries = new QueryWork(org, parts, queryWorker::isClosing);
    }

    /** Begins to work on the jobs in the org's file. */
    public static BulkJobs start(Org org) throws ApiError, SQLException {
        String oldest = Times.dateTime(org.clock().instant().minus(KEPT));
        org.file().write(db -> {
            createTables(db);
            Jobs.forgetBefore(db, oldest);
            return true;
        });
        BulkJobs jobs = new BulkJobs(org);
        for (boolean query : new boolean[] {false, true}) {
            org.file().read(db -> Jobs.waiting(db, query)).forEach(jobs::add);
        }
        return jobs;
    }

    /** Makes the tables of jobs where they are not. */
    public static boolean createTables(Connection db) throws SQLException {
        BulkTables.create(db);
        return true;
    }

    Org org() {
        return org;
    }

    /** Takes up a job whose state is UploadComplete. */
    void add(Job job) {
        (job.operation().isQuery() ? queryWorker : ingestWorker).add(job.id());
    }

    private void ingest(String id) throws ApiError, SQLException {
        run(id, ingest::run);
    }

    private void query(String id) throws ApiError, SQLException {
        run(id, queries::run);
    }

    /** What is done with a job. */
    @FunctionalInterface
    private interface Work {
        void on(Job job) throws ApiError, SQLException, JobFailure;
    }

    private void run(String id, Work work) throws ApiError, SQLException {
        Optional<Job> begun = begin(id);
        if (begun.isEmpty()) {
            return;
        }
        try {
            work.on(begun.get());
        } catch (JobFailure e) {
            fail(id, e.text());
        } catch (ApiError e) {
            fail(id, e.errorCode() + " : " + e.text());
        } catch (SQLException | RuntimeException e) {
            fail(id, Errors.unexpected("job " + id, e).text());
        }
    }

    /** The job, now in progress; nothing if it was aborted or deleted while it waited. */
    private Optional<Job> begin(String id) throws ApiError, SQLException {
        return org.file().write(db -> {
            Optional<Job> job = Jobs.find(db, id).filter(found -> !found.state().isFinal());
            if (job.isEmpty()) {
                return job;
            }
            Jobs.move(db, id, JobState.IN_PROGRESS, null, now());
            return Jobs.find(db, id);
        });
    }

    private void fail(String id, @Nullable String error) throws ApiError, SQLException {
        org.file().write(db -> {
            Jobs.end(db, id, JobState.FAILED, error, now());
            return true;
        });
    }

    String now() {
        return Times.dateTime(org.clock().instant());
    }

    /** Stops working; what is not finished goes on at the next start. */
    @Override
    public void close() {
        ingestWorker.close();
        queryWorker.close();
    }
}
