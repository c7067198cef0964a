package dev.orgbench.demo.composite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.Records;
import dev.orgbench.demo.wire.ApiError;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Does the same to many records in one transaction, each with a result: {@code {"id", "success", "errors"}}. */
final class Results {
    /** [K] Faults of the request's form; they refuse all of it, for it is read before anything is done. */
    private static final Set<String> OF_THE_REQUEST = Set.of("JSON_PARSER_ERROR", "INVALID_FIELD");

    private final Org org;
    private final Call call;
    private final boolean allOrNone;

    Results(Org org, Call call, boolean allOrNone) {
        this.org = org;
        this.call = call;
        this.allOrNone = allOrNone;
    }

    /** What is done to a record; gives its result. */
    @FunctionalInterface
    interface Step<T> {
        ObjectNode run(Records records, T item) throws ApiError, SQLException;
    }

    /** Where a record fails, nothing of it is written; with {@code allOrNone} nothing of all. */
    <T> ArrayNode each(List<T> items, Step<T> step) throws ApiError, SQLException {
        List<ObjectNode> results = new ArrayList<>();
        org.file()
                .write(
                        db -> {
                            Records records = org.records(db, call);
                            for (T item : items) {
                                results.add(result(records, item, step));
                            }
                            return results;
                        },
                        done -> !allOrNone || done.stream().allMatch(Results::succeeded));
        if (allOrNone && !results.stream().allMatch(Results::succeeded)) {
            results.replaceAll(result -> succeeded(result) ? rolledBack(result) : result);
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        results.forEach(list::add);
        return list;
    }

    private <T> ObjectNode result(Records records, T item, Step<T> step) throws ApiError, SQLException {
        try {
            // A part of the transaction of its own: what a record did before it failed is undone.
            return org.file().write(_ -> step.run(records, item));
        } catch (ApiError e) {
            if (OF_THE_REQUEST.contains(e.errorCode())) {
                throw e;
            }
            return failed(e);
        }
    }

    static ObjectNode saved(String id) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("id", id).put("success", true).putArray("errors");
        return result;
    }

    private static boolean succeeded(ObjectNode result) {
        return result.path("success").asBoolean();
    }

    private static ObjectNode failed(ApiError error) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("success", false).putArray("errors").add(toJson(error));
        return result;
    }

    private static ObjectNode rolledBack(ObjectNode result) {
        ObjectNode failed = JsonNodeFactory.instance.objectNode();
        failed.set("id", result.path("id"));
        failed.setAll(failed(ApiError.rolledBack()));
        return failed;
    }

    /** An error within a result. A record that is not there is called so by its code only where it has a path. */
    static ObjectNode toJson(ApiError error) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        boolean missing = error.errorCode().equals("NOT_FOUND");
        json.put("statusCode", missing ? "INVALID_CROSS_REFERENCE_KEY" : error.errorCode())
                .put("message", missing ? "invalid cross reference id" : error.text());
        ArrayNode fields = json.putArray("fields");
        error.fields().forEach(fields::add);
        return json;
    }
}
