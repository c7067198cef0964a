package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.tools.Behaviours.Shape;
import dev.orgbench.tools.Call;

/** Salesforce answers a change or a delete with nothing; the model is told of which record. */
final class Done implements Shape {
    @Override
    public ObjectNode shape(Call call, JsonNode answer) {
        return call.arguments().objectNode().put("id", call.text("id")).put("success", true);
    }
}
