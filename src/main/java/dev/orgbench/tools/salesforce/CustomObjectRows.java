package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.tools.Behaviours.Shape;
import dev.orgbench.tools.Call;

/** Rows of the Tooling API's CustomObject, with the API name that all else goes by. */
final class CustomObjectRows implements Shape {
    @Override
    public ObjectNode shape(Call call, JsonNode answer) {
        ObjectNode content = call.arguments().objectNode();
        answer.properties().forEach(each -> content.set(each.getKey(), each.getValue()));
        // The Tooling API counts the rows of its page, of which a server may show a part.
        content.remove("size");
        ArrayNode rows = content.putArray("records");
        for (JsonNode row : answer.path("records")) {
            String prefix = row.path("NamespacePrefix").asText("");
            ObjectNode shaped = rows.addObject();
            shaped.set("Id", row.path("Id"));
            shaped.set("DeveloperName", row.path("DeveloperName"));
            shaped.put(
                    "name",
                    (prefix.isEmpty() ? "" : prefix + "__")
                            + row.path("DeveloperName").asText() + "__c");
        }
        return content;
    }
}
