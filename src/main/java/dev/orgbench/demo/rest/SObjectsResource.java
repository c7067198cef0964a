package dev.orgbench.demo.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.api.Resource;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /sobjects}: which objects there are, each one's description, and its records. */
public final class SObjectsResource implements Resource {
    private static final int MOST_IN_A_BATCH = 200;

    private static final int MOST_RECENT = 25;

    private final Org org;
    private final RecordsResource records;
    private final ExternalIdResource externalIds;
    private final RelatedResource related;
    private final ReplicationResource replication;
    private final RecentResource recent;

    public SObjectsResource(Org org) {
        this.org = org;
        this.records = new RecordsResource(org);
        this.externalIds = new ExternalIdResource(org, records);
        this.related = new RelatedResource(org, records);
        this.replication = new ReplicationResource(org);
        this.recent = new RecentResource(org);
    }

    @Override
    public Answer handle(Call call) throws ApiError, SQLException, IOException {
        if (call.path().isEmpty()) {
            call.requireGet();
            return Freshness.answer(call, org.catalogue().modified(), () -> global(call));
        }
        Schema schema = org.catalogue().schema();
        SObject object = schema.object(call.path().getFirst()).orElseThrow(ApiError::notFound);
        List<String> below = call.path().subList(1, call.path().size());
        if (below.isEmpty()) {
            return ofObject(call, object);
        }
        String first = below.getFirst();
        if (below.size() == 1) {
            return child(call, schema, object, first);
        }
        if (first.equalsIgnoreCase("describe")) {
            return LayoutsResource.described(call, schema, object, below.subList(1, below.size()));
        }
        Optional<Field> key = ExternalIdResource.key(object, first);
        return key.isPresent()
                ? externalIds.row(call, object, key.get(), String.join("/", below.subList(1, below.size())))
                : related.related(call, object, first, below.subList(1, below.size()));
    }

    private Answer child(Call call, Schema schema, SObject object, String name)
            throws ApiError, SQLException, IOException {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "describe" -> {
                call.requireGet();
                yield Freshness.answer(
                        call, org.catalogue().modified(), () -> new DescribeJson(call.base()).describe(schema, object));
            }
            case "updated" -> replication.updated(call, object);
            case "deleted" -> replication.deleted(call, object);
            case "listviews" -> LayoutsResource.listViews(call, object);
            case "quickactions" -> LayoutsResource.quickActions(call);
            case "id" -> {
                if (!call.method().equals("POST")) {
                    throw call.methodNotAllowed("POST");
                }
                yield externalIds.createById(call, object);
            }
            default -> records.row(call, object, name);
        };
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
                body.set("recentItems", org.file().read(db -> recent.of(db, call, object, MOST_RECENT)));
                yield Answer.ok(body);
            }
            case "POST" -> records.create(call, object);
            default -> throw call.methodNotAllowed("GET", "HEAD", "POST");
        };
    }
}
