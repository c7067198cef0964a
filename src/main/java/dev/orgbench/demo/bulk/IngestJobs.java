package dev.orgbench.demo.bulk;

import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.data.OrgFile;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.demo.wire.Json;
import dev.orgbench.http.MalformedBodyException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okio.Buffer;

/** {@code /jobs/ingest}: jobs that write records. (Bulk API 2.0 guide, "Ingest Data".) */
final class IngestJobs {
    /** Bytes of CSV in one job. */
    private static final int LARGEST_UPLOAD = 150 * 1024 * 1024;

    private final BulkJobs jobs;
    private final OrgFile file;
    private final CsvParts parts;
    private final JobList list;
    private final Set<String> uploading = ConcurrentHashMap.newKeySet();

    IngestJobs(BulkJobs jobs) {
        this.jobs = jobs;
        this.file = jobs.org().file();
        this.parts = new CsvParts(file);
        this.list = new JobList(jobs, false, "ingest");
    }

    /** @param call below {@code ingest} */
    Answer handle(Call call) throws ApiError, SQLException, IOException {
        return switch (call.path().size()) {
            case 0 -> all(call);
            case 1 -> one(call, list.require(call.path().getFirst()));
            case 2 ->
                below(call, list.require(call.path().getFirst()), call.path().get(1));
            default -> throw ApiError.notFound();
        };
    }

    private Answer all(Call call) throws ApiError, SQLException, IOException {
        if (call.isGet()) {
            return list.all(call);
        }
        if (!call.method().equals("POST")) {
            throw call.methodNotAllowed("GET", "HEAD", "POST");
        }
        if (!MultipartJob.isOne(call)) {
            return Answer.ok(JobJson.summary(create(call, new JobRequest(call.json()))));
        }
        MultipartJob whole = MultipartJob.read(call);
        Job job = create(call, whole.job());
        upload(job, new Buffer().write(whole.csv()).inputStream());
        return list.change(job, JobState.UPLOAD_COMPLETE.apiName());
    }

    private Job create(Call call, JobRequest request) throws ApiError, SQLException {
        Operation operation = Operation.of(request.required("operation"), false);
        SObject object = request.object(jobs.org().catalogue().schema(), operation);
        String externalId = request.externalId(object, operation);
        CsvForm form = request.form();
        String version = call.base().substring(call.base().lastIndexOf('v') + 1);
        return list.create((id, now) -> new Job(
                id,
                operation,
                object.name(),
                externalId,
                null,
                form,
                version,
                JobState.OPEN,
                false,
                call.userId(),
                now,
                now,
                0,
                0,
                0,
                null));
    }

    private Answer one(Call call, Job job) throws ApiError, SQLException, IOException {
        return switch (call.method()) {
            case "GET", "HEAD" -> Answer.ok(JobJson.full(job));
            case "PATCH" -> change(job, new JobRequest(call.json()).required("state"));
            case "DELETE" -> list.delete(job);
            default -> throw call.methodNotAllowed("DELETE", "GET", "HEAD", "PATCH");
        };
    }

    private Answer change(Job job, String state) throws ApiError, SQLException {
        if (uploading.contains(job.id())) {
            throw Refusals.invalidState(Wording.STILL_UPLOADING);
        }
        return list.change(job, state);
    }

    private Answer below(Call call, Job job, String part) throws ApiError, SQLException, IOException {
        if (part.toLowerCase(Locale.ROOT).equals("batches")) {
            if (!call.method().equals("PUT")) {
                throw call.methodNotAllowed("PUT");
            }
            try (InputStream csv = call.request().content(LARGEST_UPLOAD)) {
                upload(job, csv);
            } catch (MalformedBodyException e) {
                throw Json.parserError(String.valueOf(e.getMessage()));
            }
            return Answer.empty(201);
        }
        ResultFile results = ResultFile.of(part);
        call.requireGet();
        if (!job.state().isFinal()) {
            throw Refusals.invalidState(Wording.notAllowed("Reading the results of", job.state()));
        }
        return Answer.stream(200, "text/csv;charset=UTF-8", out -> results.write(job, file, parts, out));
    }

    /** One upload a job, and one at a time. */
    private void upload(Job job, InputStream csv) throws ApiError, SQLException, IOException {
        if (!uploading.add(job.id())) {
            throw Refusals.invalidState(Wording.UPLOADED_TWICE);
        }
        try {
            Job now = list.require(job.id());
            if (now.state() != JobState.OPEN) {
                throw Refusals.invalidState(Wording.notAllowed("Uploading data to", now.state()));
            }
            if (now.hasData()) {
                throw Refusals.invalidState(Wording.UPLOADED_TWICE);
            }
            parts.keep(job.id(), csv);
            file.write(db -> {
                Jobs.hasData(db, job.id(), true);
                return true;
            });
        } finally {
            uploading.remove(job.id());
        }
    }
}
