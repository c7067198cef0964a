package dev.orgbench.demo.composite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Dispatch;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.api.Resource;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.demo.wire.Json;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * {@code /composite}: several requests in one, where later ones may use what earlier ones answered; and the families below
 * it. (REST API Developer Guide, "Composite Resources".)
 */
public final class CompositeResource implements Resource {
    static final int MOST_PARTS = 25;
    private static final int MOST_QUERIES = 5;
    private static final List<String> FAMILIES = List.of("tree", "batch", "sobjects", "graph");
    private static final Pattern ALLOWED = Pattern.compile(
            "(?i)/+services/+data/+v[^/]+/+(sobjects|query|queryAll|limits|composite/+(sobjects|tree))(/.*)?");
    private static final Pattern QUERY_OR_COLLECTION =
            Pattern.compile("(?i).*/v?\\d+\\.0/+(query|queryAll|composite/+sobjects)([/?].*)?", Pattern.DOTALL);

    private final Org org;
    private final Dispatch dispatch;
    private final RecordCollections collections;
    private final Tree tree;
    private final Batch batch;
    private final Graphs graphs;

    /** @param dispatch answers the parts */
    public CompositeResource(Org org, Dispatch dispatch) {
        this.org = org;
        this.dispatch = dispatch;
        this.collections = new RecordCollections(org);
        this.tree = new Tree(org);
        this.batch = new Batch(org, dispatch);
        this.graphs = new Graphs(org, dispatch);
    }

    @Override
    public Answer handle(Call call) throws ApiError, SQLException, IOException {
        if (call.path().isEmpty()) {
            return call.isGet() ? Answer.ok(families(call)) : composite(call);
        }
        return switch (call.path().getFirst().toLowerCase(Locale.ROOT)) {
            case "sobjects" -> collections.handle(call.below());
            case "tree" -> tree.handle(call.below());
            case "batch" -> batch.handle(call.below());
            case "graph" -> graphs.handle(call.below());
            default -> throw ApiError.notFound();
        };
    }

    private static ObjectNode families(Call call) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        FAMILIES.forEach(name -> body.put(name, call.base() + "/composite/" + name));
        return body;
    }

    private Answer composite(Call call) throws ApiError, SQLException, IOException {
        requirePost(call);
        ObjectNode body = call.json();
        List<Part> parts = Part.list(body.path("compositeRequest"));
        if (parts.size() > MOST_PARTS) {
            throw Wording.limit("subrequests", MOST_PARTS);
        }
        if (parts.stream()
                        .filter(part -> QUERY_OR_COLLECTION.matcher(part.url()).matches())
                        .count()
                > MOST_QUERIES) {
            throw Wording.limit("query and collection subrequests", MOST_QUERIES);
        }
        Run run = new Run(dispatch, call, parts, request -> ALLOWED.matcher(request.path())
                .matches());
        ArrayNode answers = flag(body, "allOrNone") ? run.together(org.file()) : run.each();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("compositeResponse", answers);
        return Answer.ok(answer);
    }

    static void requirePost(Call call) throws ApiError {
        if (!call.method().equals("POST")) {
            throw call.methodNotAllowed("POST");
        }
    }

    /** A yes-or-no property, no where it is missing. */
    static boolean flag(JsonNode body, String property) throws ApiError {
        JsonNode value = body.path(property);
        return switch (value.asText("false").toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw Json.parserError(
                        "Cannot deserialize instance of boolean from " + value.asToken() + " value for " + property);
        };
    }
}
