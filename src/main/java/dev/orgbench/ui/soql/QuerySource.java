package dev.orgbench.ui.soql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgbench.salesforce.OrgRequest;
import dev.orgbench.salesforce.Salesforce;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.ui.kit.grid.RowSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a query. (REST API Developer Guide, "Query", "QueryAll", "Query More Results".) */
final class QuerySource implements RowSource {
    private final Salesforce org;
    private final String soql;
    private final QueryMode mode;
    private volatile long tookMillis;

    QuerySource(Salesforce org, String soql, QueryMode mode) {
        this.org = org;
        this.soql = soql;
        this.mode = mode;
    }

    /** What the first page took, once it has come. */
    long tookMillis() {
        return tookMillis;
    }

    @Override
    public Page first() throws SalesforceException {
        long started = System.nanoTime();
        try {
            String path = "/services/data/v" + org.org().apiVersion() + "/" + mode.path();
            return page(org.send(OrgRequest.get(path).withQuery("q", soql)));
        } finally {
            tookMillis = (System.nanoTime() - started) / 1_000_000;
        }
    }

    @Override
    public Page next(String cursor) throws SalesforceException {
        return page(org.queryMore(cursor));
    }

    private static Page page(JsonNode answer) {
        List<JsonNode> records = new ArrayList<>();
        answer.path("records").forEach(records::add);
        long total = answer.path("totalSize").asLong(-1);
        if (records.isEmpty() && total > 0) {
            // SELECT COUNT() has its answer in the size alone.
            return new Page(List.of(JsonNodeFactory.instance.objectNode().put("COUNT()", total)), 1, null);
        }
        @Nullable String next = answer.path("nextRecordsUrl").asText(null);
        return new Page(records, total, next);
    }
}
