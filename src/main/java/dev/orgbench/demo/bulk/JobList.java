package dev.orgbench.demo.bulk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.data.RecordId;
import dev.orgbench.demo.data.Sequences;
import dev.orgbench.demo.data.Times;
import dev.orgbench.demo.wire.ApiError;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** What ingest and query jobs have in common: made, listed, aborted, deleted. */
final class JobList {
    /** (Bulk API 2.0 guide, "Limits": jobs in a rolling 24 hours.) */
    private static final int MOST_IN_A_DAY = 10_000;

    private static final int PAGE = 1000;

    private final BulkJobs jobs;
    private final boolean query;
    private final String path;

    /** @param path {@code ingest} or {@code query} */
    JobList(BulkJobs jobs, boolean query, String path) {
        this.jobs = jobs;
        this.query = query;
        this.path = path;
    }

    /** Makes a job's record out of its id and the time. */
    @FunctionalInterface
    interface Draft {
        Job job(String id, String now);
    }

    Job create(Draft draft) throws ApiError, SQLException {
        String dayAgo = Times.dateTime(jobs.org().clock().instant().minus(Duration.ofDays(1)));
        return jobs.org().file().write(db -> {
            if (Jobs.madeSince(db, query, dayAgo) >= MOST_IN_A_DAY) {
                throw Refusals.tooManyJobs(MOST_IN_A_DAY);
            }
            Job job = draft.job(Sequences.nextId(db, "750"), jobs.now());
            Jobs.insert(db, job);
            return job;
        });
    }

    Job require(String id) throws ApiError, SQLException {
        String full = RecordId.parse(id).orElseThrow(ApiError::notFound);
        return jobs.org().file().read(db -> Jobs.require(db, full, query));
    }

    /** A page of all; {@code queryLocator} is the last job of the page before. */
    Answer all(Call call) throws ApiError, SQLException {
        String after = call.query("queryLocator").orElse("");
        List<Job> found = jobs.org().file().read(db -> Jobs.page(db, query, after, PAGE + 1));
        boolean done = found.size() <= PAGE;
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("done", done);
        ArrayNode records = body.putArray("records");
        List<Job> page = found.subList(0, Math.min(PAGE, found.size()));
        page.forEach(job -> records.add(JobJson.summary(job).put("jobType", query ? "V2Query" : "V2Ingest")));
        body.put(
                "nextRecordsUrl",
                done
                        ? null
                        : call.base() + "/jobs/" + path + "?queryLocator="
                                + page.getLast().id());
        return Answer.ok(body);
    }

    /** Closes a job's data, or aborts it. */
    Answer change(Job job, String wanted) throws ApiError, SQLException {
        JobState to =
                switch (wanted) {
                    case "UploadComplete" -> JobState.UPLOAD_COMPLETE;
                    case "Aborted" -> JobState.ABORTED;
                    default -> throw Refusals.invalidJob(Wording.NOT_CLOSED);
                };
        Job changed = jobs.org().file().write(db -> {
            Job now = Jobs.require(db, job.id(), query);
            boolean allowed = to == JobState.ABORTED ? !now.state().isFinal() : now.state() == JobState.OPEN;
            if (!allowed) {
                throw Refusals.invalidState(
                        Wording.notAllowed(to == JobState.ABORTED ? "Aborting" : "Closing", now.state()));
            }
            Jobs.move(db, job.id(), to, null, jobs.now());
            return Jobs.require(db, job.id(), query);
        });
        if (to == JobState.UPLOAD_COMPLETE) {
            jobs.add(changed);
        }
        return Answer.ok(JobJson.summary(changed));
    }

    Answer delete(Job job) throws ApiError, SQLException {
        jobs.org().file().write(db -> {
            Job now = Jobs.require(db, job.id(), query);
            if (now.state() == JobState.OPEN || now.state() == JobState.IN_PROGRESS) {
                throw Refusals.invalidState(Wording.notAllowed("Deleting", now.state()));
            }
            Jobs.delete(db, job.id());
            return true;
        });
        return Answer.noContent();
    }
}
