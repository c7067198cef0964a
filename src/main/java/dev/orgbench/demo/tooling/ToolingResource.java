package dev.orgbench.demo.tooling;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Dispatch;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.api.Resource;
import dev.orgbench.demo.composite.ToolingComposite;
import dev.orgbench.demo.rest.DescribeJson;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.search.SearchResource;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** {@code /tooling}: queries over definitions, and custom objects and fields. */
public final class ToolingResource implements Resource {
    private static final int MOST_IN_A_BATCH = 200;
    private static final List<String> RESOURCES = List.of(
            "composite",
            "executeAnonymous",
            "query",
            "runTestsAsynchronous",
            "runTestsSynchronous",
            "search",
            "sobjects");

    private final Org org;
    private final ToolingQueries queries;
    private final ToolingRecords records;
    private final SearchResource search;
    private final ToolingComposite composite;

    /** @param dispatch answers the parts of composite requests */
    public ToolingResource(Org org, Dispatch dispatch) {
        this.org = org;
        this.queries = new ToolingQueries(org);
        this.records = new ToolingRecords(org);
        this.search = SearchResource.tooling(org);
        this.composite = new ToolingComposite(dispatch);
    }

    @Override
    public Answer handle(Call outer) throws ApiError, SQLException, IOException {
        Call call = outer.withBase(outer.base() + "/tooling");
        if (call.path().isEmpty()) {
            call.requireGet();
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            RESOURCES.forEach(name -> body.put(name, call.base() + "/" + name));
            return Answer.ok(body);
        }
        return switch (call.path().getFirst().toLowerCase(Locale.ROOT)) {
            case "query" -> queries.handle(call.below());
            case "sobjects" -> sobjects(call.below());
            case "composite" -> composite.handle(call.below());
            case "search" -> search.handle(call.below());
            case "executeanonymous", "runtestssynchronous", "runtestsasynchronous" -> NoApex.answer(call);
            default -> throw ApiError.notFound();
        };
    }

    private Answer sobjects(Call call) throws ApiError, SQLException, IOException {
        Schema schema = org.catalogue().tooling();
        DescribeJson json = new DescribeJson(call.base());
        if (call.path().isEmpty()) {
            call.requireGet();
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("encoding", "UTF-8").put("maxBatchSize", MOST_IN_A_BATCH);
            ArrayNode objects = body.putArray("sobjects");
            schema.objects().forEach(object -> objects.add(json.summary(object)));
            return Answer.ok(body);
        }
        SObject object = schema.object(call.path().getFirst()).orElseThrow(ApiError::notFound);
        if (call.path().size() == 1) {
            if (call.isGet()) {
                ObjectNode body = JsonNodeFactory.instance.objectNode();
                body.set("objectDescribe", json.summary(object));
                body.putArray("recentItems");
                return Answer.ok(body);
            }
            return records.create(call, object);
        }
        if (call.path().size() > 2) {
            throw ApiError.notFound();
        }
        if (call.path().get(1).equalsIgnoreCase("describe")) {
            call.requireGet();
            return Answer.ok(json.describe(schema, object));
        }
        return records.row(call, object, call.path().get(1));
    }
}
