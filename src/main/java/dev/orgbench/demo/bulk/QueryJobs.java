package dev.orgbench.demo.bulk;

import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.data.UsageMeter;
import dev.orgbench.demo.query.QueryRequest;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.SelectItem;
import dev.orgbench.soql.Soql;
import dev.orgbench.soql.SoqlSyntaxException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** {@code /jobs/query}: jobs that read records. (Bulk API 2.0 guide, "Query Data".) */
final class QueryJobs {
    private final BulkJobs jobs;
    private final JobList list;
    private final QueryResults results;

    QueryJobs(BulkJobs jobs) {
        this.jobs = jobs;
        this.list = new JobList(jobs, true, "query");
        this.results = new QueryResults(new CsvParts(jobs.org().file()));
    }

    /** @param call below {@code query} */
    Answer handle(Call call) throws ApiError, SQLException, IOException {
        if (call.path().isEmpty()) {
            return switch (call.method()) {
                case "GET", "HEAD" -> list.all(call);
                case "POST" -> create(call, new JobRequest(call.json()));
                default -> throw call.methodNotAllowed("GET", "HEAD", "POST");
            };
        }
        Job job = list.require(call.path().getFirst());
        if (call.path().size() == 1) {
            return switch (call.method()) {
                case "GET", "HEAD" -> Answer.ok(JobJson.full(job));
                case "PATCH" -> abort(job, new JobRequest(call.json()).required("state"));
                case "DELETE" -> list.delete(job);
                default -> throw call.methodNotAllowed("DELETE", "GET", "HEAD", "PATCH");
            };
        }
        if (call.path().size() > 2
                || !call.path().get(1).toLowerCase(Locale.ROOT).equals("results")) {
            throw ApiError.notFound();
        }
        call.requireGet();
        return results.answer(call, job);
    }

    /** The data of a query job is not the client's to close. */
    private Answer abort(Job job, String state) throws ApiError, SQLException {
        if (!state.equals(JobState.ABORTED.apiName())) {
            throw Refusals.invalidJob(Wording.NOT_CLOSED);
        }
        return list.change(job, state);
    }

    private Answer create(Call call, JobRequest request) throws ApiError, SQLException {
        Operation operation = Operation.of(request.required("operation"), true);
        String soql = request.text("query");
        if (soql == null) {
            throw Refusals.invalidJob(Wording.NO_QUERY);
        }
        CsvForm form = request.form();
        // The words of a query that can not run are told now rather than by the job.
        QueryColumns.of(jobs.org().queries().columns(new QueryRequest(soql, call.base(), call.userId())));
        String object = object(soql);
        String version = call.base().substring(call.base().lastIndexOf('v') + 1);
        Job job = list.create((id, now) -> new Job(
                id,
                operation,
                object,
                null,
                soql,
                form,
                version,
                JobState.UPLOAD_COMPLETE,
                false,
                call.userId(),
                now,
                now,
                0,
                0,
                0,
                null));
        jobs.add(job);
        jobs.org().meter().count(UsageMeter.BULK_QUERY_JOBS);
        return Answer.ok(JobJson.summary(job));
    }

    /** The object in FROM, of a query that the Bulk API takes. */
    private String object(String soql) throws ApiError {
        Query query;
        try {
            query = Soql.parse(soql);
        } catch (SoqlSyntaxException e) {
            throw new ApiError(400, "MALFORMED_QUERY", e.text());
        }
        Optional<String> refused = refused(query);
        if (refused.isPresent()) {
            throw Refusals.invalidQuery(Wording.notInQueries(refused.get()));
        }
        String name = query.from().getFirst().path().text();
        return jobs.org()
                .catalogue()
                .queryable()
                .object(name)
                .map(object -> object.name())
                .orElse(name);
    }

    private static Optional<String> refused(Query query) {
        if (query.groupBy() != null) {
            return Optional.of("GROUP BY");
        }
        if (query.offset() != null) {
            return Optional.of("OFFSET");
        }
        for (SelectItem item : query.select()) {
            switch (item) {
                case SelectItem.Children _ -> {
                    return Optional.of("A child relationship query");
                }
                case SelectItem.TypeOf _ -> {
                    return Optional.of("TYPEOF");
                }
                case SelectItem.Column column
                when column.expression() instanceof FunctionCall call
                        && call.function().isAggregate() -> {
                    return Optional.of("The aggregate function " + call.name().text());
                }
                default -> {}
            }
        }
        return Optional.empty();
    }
}
