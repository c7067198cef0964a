package dev.orgbench.demo.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.schema.RecordType;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import java.util.List;

/**
 * What an object looks like in the browser, in small: one layout for all record types, one compact layout, no approvals, no
 * list views, no actions. (REST API Developer Guide, "sObject Layouts", "sObject Compact Layouts".)
 */
final class LayoutsResource {
    private LayoutsResource() {}

    /** @param path after {@code describe/}: {@code layouts}, {@code layouts/012...}, {@code compactLayouts}, ... */
    static Answer described(Call call, Schema schema, SObject object, List<String> path) throws ApiError {
        call.requireGet();
        if (!object.traits().has("layoutable") || path.size() > 2) {
            throw ApiError.notFound();
        }
        LayoutJson json = new LayoutJson(schema, object, call.base() + "/sobjects/" + object.name());
        boolean one = path.size() == 2;
        if (one && !isRecordType(object, path.get(1))) {
            throw ApiError.notFound();
        }
        return switch (path.getFirst()) {
            case "layouts" -> Answer.ok(one ? json.layout() : json.layouts());
            case "compactLayouts" -> Answer.ok(one ? json.compactLayout() : json.compactLayouts());
            case "approvalLayouts" -> {
                ObjectNode body = JsonNodeFactory.instance.objectNode();
                body.putArray("approvalLayouts");
                yield Answer.ok(body);
            }
            default -> throw ApiError.notFound();
        };
    }

    static Answer listViews(Call call, SObject object) throws ApiError {
        call.requireGet();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("done", true).putArray("listviews");
        body.putNull("nextRecordsUrl").put("size", 0).put("sobjectType", object.name());
        return Answer.ok(body);
    }

    static Answer quickActions(Call call) throws ApiError {
        call.requireGet();
        return Answer.ok(JsonNodeFactory.instance.arrayNode());
    }

    private static boolean isRecordType(SObject object, String id) {
        return id.equals("primary")
                || id.equals(RecordType.MASTER)
                || object.recordTypes().stream().anyMatch(type -> type.id().equals(id));
    }
}
