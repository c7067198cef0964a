package dev.orgbench.demo.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.Tsv;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.api.Resource;
import dev.orgbench.demo.query.QueryRequest;
import dev.orgbench.demo.schema.SObject;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code /limits}: what the org may do and how much of it is left, and {@code /limits/recordCount}. The names and numbers
 * are those of the REST API guide's example, with a Developer Edition's requests.
 */
public final class LimitsResource implements Resource {
    private static final String REQUESTS = "DailyApiRequests";
    private static final int CUSTOM_PERMISSION_SETS = 1000;

    private final Org org;
    private final Map<String, Integer> limits = read();

    public LimitsResource(Org org) {
        this.org = org;
    }

    @Override
    public Answer handle(Call call) throws ApiError, SQLException {
        call.requireGet();
        if (call.path().isEmpty()) {
            return Answer.ok(limits());
        }
        if (call.path().equals(List.of("recordCount"))) {
            return Answer.ok(recordCount(call));
        }
        throw ApiError.notFound();
    }

    private ObjectNode limits() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        limits.forEach((name, max) -> {
            int left = name.equals(REQUESTS) ? Math.max(0, max - org.meter().used()) : max;
            ObjectNode limit = body.putObject(name).put("Max", max).put("Remaining", left);
            if (name.equals("PermissionSets")) {
                limit.putObject("CreateCustom")
                        .put("Max", CUSTOM_PERMISSION_SETS)
                        .put("Remaining", CUSTOM_PERMISSION_SETS - 1);
            }
        });
        return body;
    }

    private ObjectNode recordCount(Call call) throws ApiError, SQLException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode counts = body.putArray("sObjects");
        List<String> wanted = call.query("sObjects").map(text -> List.of(text.split(","))).orElse(List.of());
        for (SObject object : org.catalogue().schema().objects()) {
            boolean asked = wanted.isEmpty()
                    || wanted.stream().anyMatch(name -> name.strip().equalsIgnoreCase(object.name()));
            if (asked && object.traits().has("queryable")) {
                int count = org.file()
                        .read(db -> org.queries()
                                .query(db, new QueryRequest("SELECT COUNT() FROM " + object.name(), call.base())))
                        .totalSize();
                if (count > 0 || !wanted.isEmpty()) {
                    counts.addObject().put("count", count).put("name", object.name());
                }
            }
        }
        return body;
    }

    private static Map<String, Integer> read() {
        Map<String, Integer> limits = new LinkedHashMap<>();
        Tsv.read("limits.tsv").forEach(row -> limits.put(row.text("name"), row.number("max")));
        return limits;
    }
}
