package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.tools.Behaviours.Before;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.Refusal;

/**
 * Makes the body of a new custom object. The Tooling API takes {@code FullName} with its {@code __c}, not
 * {@code DeveloperName} (Tooling API, CustomObject).
 */
final class CustomObjectBody implements Before {
    static final String FULL_NAME = "object_name";
    private static final String DEFAULTED = "defaulted";

    @Override
    public void apply(Call call) throws Refusal {
        String name = DeveloperName.of(call);
        ObjectNode metadata = call.arguments().withObjectProperty("Metadata");
        JsonNode nameField = metadata.path("nameField");
        if (nameField.isMissingNode() || nameField.isNull()) {
            // What Salesforce's own New Custom Object page proposes.
            ObjectNode proposed = metadata.putObject("nameField")
                    .put("type", "Text")
                    .put("label", metadata.path("label").asText() + " Name");
            call.notes().putObject(DEFAULTED).set("nameField", proposed);
        } else if (nameField.path("type").asText().equals("AutoNumber")
                && nameField.path("displayFormat").asText("").isEmpty()) {
            throw Refusal.ofArguments("The argument `Metadata.nameField.displayFormat` is missing: an AutoNumber name"
                    + " needs one, as PT-{0000}.");
        }
        ObjectNode body = call.arguments().objectNode();
        body.put("FullName", name + "__c");
        body.set("Metadata", metadata);
        call.notes().put(FULL_NAME, name + "__c");
        call.setBody(body);
    }

    static ObjectNode created(Call call, JsonNode answer) {
        ObjectNode content = call.arguments().objectNode();
        content.set("id", answer.path("id"));
        content.set("success", answer.path("success"));
        content.set(FULL_NAME, call.notes().path(FULL_NAME));
        if (call.notes().has(DEFAULTED)) {
            content.set(DEFAULTED, call.notes().path(DEFAULTED));
        }
        ByMetadataApi.tell(call, content);
        return content;
    }
}
