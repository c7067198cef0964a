package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.Limits;
import dev.orgbench.salesforce.OrgLimit;
import dev.orgbench.tools.Behaviours.Shape;
import dev.orgbench.tools.Call;
import java.util.List;

/** The limits as rows: Salesforce gives an object with a key for each. */
final class LimitRows implements Shape {
    @Override
    public ObjectNode shape(Call call, JsonNode answer) {
        ObjectNode content = call.arguments().objectNode();
        add(content.putArray("limits"), Limits.of(answer));
        return content;
    }

    private static void add(ArrayNode rows, List<OrgLimit> limits) {
        for (OrgLimit limit : limits) {
            ObjectNode row = rows.addObject().put("name", limit.name());
            if (!limit.label().equals(limit.name())) {
                row.put("label", limit.label());
            }
            row.put("Max", limit.max()).put("Remaining", limit.remaining());
            if (!limit.children().isEmpty()) {
                add(row.putArray("parts"), limit.children());
            }
        }
    }
}
