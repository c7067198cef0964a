package dev.orgbench.demo.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.api.Resource;
import dev.orgbench.demo.bundled.Tsv;
import dev.orgbench.demo.data.UsageMeter;
import dev.orgbench.demo.limits.Allowance;
import dev.orgbench.demo.query.QueryRequest;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.signin.SignIn;
import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code /limits}: what the org may do and how much of it is left, and {@code /limits/recordCount}. The names and numbers
 * are those of the REST API guide's example, with a Developer Edition's requests. What the {@link UsageMeter} counts
 * under a limit's name is used of it.
 */
public final class LimitsResource implements Resource {
    private static final int CUSTOM_PERMISSION_SETS = 1000;
    private static final int KILOBYTES_A_RECORD = 2;
    private static final int KILOBYTES_A_MEGABYTE = 1024;

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

    private ObjectNode limits() throws ApiError, SQLException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, Integer> limit : limits.entrySet()) {
            String name = limit.getKey();
            switch (name) {
                case UsageMeter.REQUESTS -> requests(body.putObject(name));
                case "DataStorageMB" -> put(body.putObject(name), limit.getValue(), storedMegabytes());
                case "PermissionSets" -> {
                    int used = org.file().read(db -> rows(db, "PermissionSet"));
                    ObjectNode sets = put(body.putObject(name), limit.getValue(), used);
                    put(sets.putObject("CreateCustom"), CUSTOM_PERMISSION_SETS, used);
                }
                default ->
                    put(body.putObject(name), limit.getValue(), org.meter().used(name));
            }
        }
        return body;
    }

    /** Of the whole org, and within it of each connected app that has a quota. */
    private void requests(ObjectNode node) {
        Allowance allowance = org.limits().allowance();
        put(node, allowance.dailyRequests(), org.limits().used());
        if (org.limits().hasQuota()) {
            String app = SignIn.CONNECTED_APP;
            put(node.putObject(app), allowance.requestsPerApp(), org.limits().used(app));
        }
    }

    private static ObjectNode put(ObjectNode node, int max, int used) {
        return node.put("Max", max).put("Remaining", Math.max(0, max - used));
    }

    /** Most records count as 2 KB, whatever they hold ("Data and File Storage Allocations", help.salesforce.com). */
    private int storedMegabytes() throws ApiError, SQLException {
        return org.file().read(db -> {
            long rows = 0;
            for (SObject object : org.catalogue().schema().objects()) {
                rows += rows(db, object.name());
            }
            return Math.toIntExact(rows * KILOBYTES_A_RECORD / KILOBYTES_A_MEGABYTE);
        });
    }

    private static int rows(Connection db, String table) throws SQLException {
        try (Statement statement = db.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM \"" + table + "\"")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private ObjectNode recordCount(Call call) throws ApiError, SQLException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode counts = body.putArray("sObjects");
        List<String> wanted =
                call.query("sObjects").map(text -> List.of(text.split(","))).orElse(List.of());
        for (SObject object : org.catalogue().schema().objects()) {
            boolean asked = wanted.isEmpty()
                    || wanted.stream().anyMatch(name -> name.strip().equalsIgnoreCase(object.name()));
            if (asked && object.traits().has("queryable")) {
                int count = org.file()
                        .read(db -> org.queries()
                                .query(
                                        db,
                                        new QueryRequest(
                                                "SELECT COUNT() FROM " + object.name(), call.base(), call.userId())))
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
