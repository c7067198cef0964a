package dev.orgbench.demo.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.api.Resource;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import java.io.IOException;
import java.sql.SQLException;

/** {@code /sobjects}: which objects there are, each one's description, and its records. */
public final class SObjectsResource implements Resource {
    private static final int MOST_IN_A_BATCH = 200;

    private final Org org;
    private final RecordsResource records;

    public SObjectsResource(Org org) {
        this.org = org;
        this.records = new RecordsResource(org);
    }

    @Override
    public Answer handle(Call call) throws ApiError, SQLException, IOException {
        if (call.path().isEmpty()) {
            call.requireGet();
            return Freshness.answer(call, org.catalogue().modified(), () -> global(call));
        }
        Schema schema = org.catalogue().schema();
        SObject object = schema.object(call.path().getFirst()).orElseThrow(ApiError::notFound);
        if (call.path().size() == 1) {
            return ofObject(call, object);
        }
        if (call.path().size() > 2) {
            throw ApiError.notFound();
        }
        if (call.path().get(1).equalsIgnoreCase("describe")) {
            call.requireGet();
            return Freshness.answer(
                    call, org.catalogue().modified(), () -> new DescribeJson(call.base()).describe(schema, object));
        }
        return records.row(call, object, call.path().get(1));
    }

    private ObjectNode global(Call call) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("encoding", "UTF-8").put("maxBatchSize", MOST_IN_A_BATCH);
        ArrayNode objects = body.putArray("sobjects");
        DescribeJson json = new DescribeJson(call.base());
        org.catalogue().schema().objects().forEach(object -> objects.add(json.summary(object)));
        return body;
    }

    private Answer ofObject(Call call, SObject object) throws ApiError, SQLException, IOException {
        return switch (call.method()) {
            case "GET", "HEAD" -> {
                ObjectNode body = JsonNodeFactory.instance.objectNode();
                body.set("objectDescribe", new DescribeJson(call.base()).summary(object));
                body.putArray("recentItems");
                yield Answer.ok(body);
            }
            case "POST" -> records.create(call, object);
            default -> throw call.methodNotAllowed("GET", "HEAD", "POST");
        };
    }
}
