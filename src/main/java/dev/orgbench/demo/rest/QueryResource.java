package dev.orgbench.demo.rest;

import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Resource;
import dev.orgbench.demo.data.OrgFile;
import dev.orgbench.demo.query.DefinitionQueries;
import dev.orgbench.demo.query.QueryEngine;
import dev.orgbench.demo.query.QueryPage;
import dev.orgbench.demo.query.QueryRequest;
import dev.orgbench.demo.wire.ApiError;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /query?q=} and {@code /queryAll?q=}, their further pages, and {@code explain=} and {@code columns=true}. */
public final class QueryResource implements Resource {
    private static final Pattern BATCH_SIZE = Pattern.compile("(?i)\\bbatchSize\\s*=\\s*(\\d{1,9})\\b");

    private final OrgFile file;
    private final QueryEngine engine;
    private final boolean all;

    public QueryResource(OrgFile file, QueryEngine engine, boolean all) {
        this.file = file;
        this.engine = engine;
        this.all = all;
    }

    @Override
    public Answer handle(Call call) throws ApiError, SQLException {
        call.requireGet();
        if (call.path().size() > 1) {
            throw ApiError.notFound();
        }
        if (call.path().size() == 1) {
            String locator = call.path().getFirst();
            return Answer.ok(
                    file.read(db -> engine.more(db, locator, call.base())).toJson());
        }
        if (call.query("explain").isPresent()) {
            QueryRequest request = request(call, "explain");
            return Answer.ok(file.read(db -> engine.explain(db, request)));
        }
        if (call.query("columns").filter("true"::equalsIgnoreCase).isPresent()) {
            return Answer.ok(engine.columns(request(call, "q")));
        }
        return Answer.ok(run(call).toJson());
    }

    /** The first page of the query that the call asks for. */
    public QueryPage run(Call call) throws ApiError, SQLException {
        return engine.show(file, request(call, "q"));
    }

    private QueryRequest request(Call call, String parameter) throws ApiError {
        String soql = call.query(parameter).orElse("");
        if (soql.isBlank()) {
            throw new ApiError(400, "MALFORMED_QUERY", "A query string has to be specified");
        }
        return new QueryRequest(DefinitionQueries.checked(soql), call.base(), all, batchSize(call), call.userId());
    }

    private static int batchSize(Call call) {
        Matcher matcher =
                BATCH_SIZE.matcher(call.request().header("Sforce-Query-Options").orElse(""));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : QueryRequest.DEFAULT_BATCH_SIZE;
    }
}
