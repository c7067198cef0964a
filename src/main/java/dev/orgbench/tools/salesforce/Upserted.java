package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.tools.Behaviours.Shape;
import dev.orgbench.tools.Call;

/** What became of an upsert. Older versions of the API answer one that changed a record with nothing. */
final class Upserted implements Shape {
    @Override
    public ObjectNode shape(Call call, JsonNode answer) {
        ObjectNode content = call.arguments().objectNode();
        answer.properties().forEach(each -> content.set(each.getKey(), each.getValue()));
        if (answer.isMissingNode()) {
            content.put("success", true).put("created", false);
        }
        return content;
    }
}
