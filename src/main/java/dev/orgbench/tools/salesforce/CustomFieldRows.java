package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.ObjectDescribe.FieldDescribe;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.tools.Behaviours.Shape;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.Refusal;
import java.util.Optional;

/** Rows of the Tooling API's CustomField, with what describe knows of each field. */
final class CustomFieldRows implements Shape {
    @Override
    public ObjectNode shape(Call call, JsonNode answer) throws Refusal, SalesforceException {
        ObjectDescribe object = KnownObjects.describeFields(call, "object_name", call.text("object_name"));
        ObjectNode content = call.arguments().objectNode();
        answer.properties().forEach(each -> content.set(each.getKey(), each.getValue()));
        ArrayNode rows = content.putArray("records");
        for (JsonNode row : answer.path("records")) {
            String prefix = row.path("NamespacePrefix").asText("");
            String name = (prefix.isEmpty() ? "" : prefix + "__")
                    + row.path("DeveloperName").asText() + "__c";
            Optional<FieldDescribe> field = object.field(name);
            ObjectNode shaped = rows.addObject();
            shaped.set("Id", row.path("Id"));
            shaped.set("DeveloperName", row.path("DeveloperName"));
            shaped.put("name", field.map(FieldDescribe::name).orElse(name));
            field.ifPresent(known -> {
                shaped.put("label", known.label());
                shaped.put("type", known.type());
                if (known.json().hasNonNull("inlineHelpText")) {
                    shaped.set("inlineHelpText", known.json().path("inlineHelpText"));
                }
            });
            shaped.put("visible", field.isPresent());
        }
        return content;
    }
}
