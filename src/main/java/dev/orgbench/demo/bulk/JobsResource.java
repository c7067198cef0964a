package dev.orgbench.demo.bulk;

import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Resource;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;

/** {@code /jobs}: Bulk API 2.0. */
public final class JobsResource implements Resource {
    private final IngestJobs ingest;
    private final QueryJobs queries;

    public JobsResource(BulkJobs jobs) {
        this.ingest = new IngestJobs(jobs);
        this.queries = new QueryJobs(jobs);
    }

    @Override
    public Answer handle(Call call) throws ApiError, SQLException, IOException {
        if (call.path().isEmpty()) {
            throw ApiError.notFound();
        }
        return switch (call.path().getFirst().toLowerCase(Locale.ROOT)) {
            case "ingest" -> ingest.handle(call.below());
            case "query" -> queries.handle(call.below());
            default -> throw ApiError.notFound();
        };
    }
}
