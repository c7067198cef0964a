package dev.orgbench.demo.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.api.Resource;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /search?q=FIND...}, {@code /search/suggestions} and {@code /parameterizedSearch}. (REST API guide, "Search".) */
public final class SearchResource implements Resource {
    /** From this version on, the records stand under a key. */
    private static final int WITH_KEY = 37;

    private static final Pattern VERSION = Pattern.compile("/v(\\d+)");

    private final Supplier<Schema> schemas;
    private final SearchEngine engine;
    private final boolean parameterized;

    private SearchResource(Supplier<Schema> schemas, SearchEngine engine, boolean parameterized) {
        this.schemas = schemas;
        this.engine = engine;
        this.parameterized = parameterized;
    }

    /** {@code /search}. */
    public static SearchResource sosl(Org org) {
        return new SearchResource(org.catalogue()::schema, new SearchEngine(org.file(), org.queries()), false);
    }

    /** {@code /tooling/search}. */
    public static SearchResource tooling(Org org) {
        return new SearchResource(org.catalogue()::tooling, new SearchEngine(org.file(), org.toolingQueries()), false);
    }

    /** {@code /parameterizedSearch}. */
    public static SearchResource parameterized(Org org) {
        return new SearchResource(org.catalogue()::schema, new SearchEngine(org.file(), org.queries()), true);
    }

    @Override
    public Answer handle(Call call) throws ApiError, SQLException, IOException {
        Schema schema = schemas.get();
        if (parameterized) {
            if (!call.path().isEmpty()) {
                throw ApiError.notFound();
            }
            if (!call.isGet() && !call.method().equals("POST")) {
                throw call.methodNotAllowed("GET", "HEAD", "POST");
            }
            return found(
                    call,
                    call.isGet()
                            ? SearchParameters.ofQuery(call, schema)
                            : SearchParameters.ofBody(call.json(), schema));
        }
        call.requireGet();
        List<String> path = call.path();
        if (path.isEmpty()) {
            // Nothing at all is told as a search for nothing is.
            return found(
                    call,
                    SoslReader.read(
                            schema, call.query("q").filter(q -> !q.isBlank()).orElse("FIND {}")));
        }
        if (path.size() == 1 && path.getFirst().toLowerCase(Locale.ROOT).equals("suggestions")) {
            return suggestions(call, schema);
        }
        throw ApiError.notFound();
    }

    private Answer found(Call call, SearchRequest request) throws ApiError, SQLException {
        ArrayNode records = engine.run(request, call.base(), call.userId());
        Matcher version = VERSION.matcher(call.base());
        if (version.find() && Integer.parseInt(version.group(1)) < WITH_KEY) {
            return Answer.ok(records);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("searchRecords", records);
        return Answer.ok(body);
    }

    /** Records whose names have words that begin so. */
    private Answer suggestions(Call call, Schema schema) throws ApiError, SQLException {
        SearchRequest request = SearchParameters.ofSuggestion(call, schema);
        // One more than is shown tells whether there are more.
        int most = request.limit() - 1;
        ArrayNode records = engine.run(request, call.base(), call.userId());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode shown = body.putArray("autoSuggestResults");
        for (int i = 0; i < Math.min(most, records.size()); i++) {
            shown.add(records.get(i));
        }
        return Answer.ok(body.put("hasMoreResults", records.size() > most));
    }
}
