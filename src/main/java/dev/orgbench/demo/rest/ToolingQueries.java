package dev.orgbench.demo.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.query.QueryPage;
import java.sql.SQLException;

/** {@code /tooling/query}. FullName and Metadata may be asked of one row at a time only. */
final class ToolingQueries implements Resource {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final QueryResource queries;

    ToolingQueries(Org org) {
        this.queries = new QueryResource(org.file(), org.toolingQueries(), false);
    }

    @Override
    public Answer handle(Call call) throws ApiError, SQLException {
        boolean rows = call.path().isEmpty() && call.query("explain").isEmpty() && call.query("columns").isEmpty();
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
    static void openMetadata(ObjectNode row) throws SQLException {
        JsonNode text = row.path("Metadata");
        if (text.isTextual()) {
            try {
                row.set("Metadata", JSON.readTree(text.textValue()));
            } catch (JsonProcessingException e) {
                throw new SQLException("The org's file holds metadata that can not be read", e);
            }
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
