package dev.orgbench.demo.tooling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.api.Resource;
import dev.orgbench.demo.query.QueryPage;
import dev.orgbench.demo.rest.QueryResource;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.demo.wire.Json;
import java.sql.SQLException;

/** {@code /tooling/query}. FullName and Metadata may be asked of one row at a time only. */
final class ToolingQueries implements Resource {
    private final QueryResource queries;

    ToolingQueries(Org org) {
        this.queries = new QueryResource(org.file(), org.toolingQueries(), false);
    }

    @Override
    public Answer handle(Call call) throws ApiError, SQLException {
        boolean rows = call.path().isEmpty()
                && call.query("explain").isEmpty()
                && call.query("columns").isEmpty();
        if (!rows || !call.isGet()) {
            return queries.handle(call);
        }
        QueryPage page = queries.run(call);
        for (JsonNode node : page.records()) {
            if (node instanceof ObjectNode row && (row.has("Metadata") || row.has("FullName"))) {
                if (page.totalSize() > 1) {
                    throw tooManyRows(page.totalSize());
                }
                openMetadata(row);
            }
        }
        return Answer.ok(page.toJson());
    }

    /** Metadata is stored as text and answered as the object that it is. */
    static void openMetadata(ObjectNode row) {
        JsonNode text = row.path("Metadata");
        if (text.isTextual()) {
            row.set("Metadata", Json.own(text.textValue()));
        }
    }

    private static ApiError tooManyRows(int size) {
        return new ApiError(
                400,
                "MALFORMED_QUERY",
                "When retrieving results with Metadata or FullName fields, the query qualifications must specify no more"
                        + " than one row for retrieval. Result size: " + size);
    }
}
