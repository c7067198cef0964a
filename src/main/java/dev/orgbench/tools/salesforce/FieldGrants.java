package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.Salesforce;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.tools.Behaviours.Shape;
import dev.orgbench.tools.Call;
import java.util.List;

/**
 * Grants a new field to the profiles in {@code visible_to}. A field made by the Tooling API is invisible until then. Each
 * profile has a permission set of its own, and a FieldPermissions row in it grants the field (Object Reference,
 * FieldPermissions). The field stands whether this succeeds or not, so a failure here is told and not thrown.
 */
final class FieldGrants implements Shape {
    @Override
    public ObjectNode shape(Call call, JsonNode answer) {
        ObjectNode content = call.arguments().objectNode();
        content.set("id", answer.path("id"));
        content.set("success", answer.path("success"));
        content.set("name", call.notes().path(CustomFieldBody.NAME));
        List<String> profiles =
                call.arguments().has("visible_to") ? call.texts("visible_to") : List.of("System Administrator");
        boolean always = call.arguments().at("/Metadata/required").asBoolean()
                || call.arguments().at("/Metadata/type").asText().equals("MasterDetail");
        ArrayNode granted = content.putArray("granted");
        if (always) {
            // Salesforce takes no permissions for fields that every record must have: everyone sees them.
            return content;
        }
        for (String profile : profiles) {
            try {
                grant(call, profile);
                granted.add(profile);
            } catch (SalesforceException refused) {
                ArrayNode failed = content.withArrayProperty("not_granted");
                failed.addObject().put("profile", profile).put("why", refused.text());
            }
        }
        return content;
    }

    private static void grant(Call call, String profile) throws SalesforceException {
        Salesforce salesforce = call.salesforce();
        String quoted = profile.replace("\\", "\\\\").replace("'", "\\'");
        JsonNode found =
                salesforce.query("SELECT Id FROM PermissionSet WHERE IsOwnedByProfile = true AND Profile.Name = '"
                        + quoted + "' LIMIT 1");
        String parent = found.at("/records/0/Id").asText("");
        if (parent.isEmpty()) {
            throw new SalesforceException.Refused(
                    404, "NOT_FOUND", "the org has no profile of this name", List.of(), null);
        }
        String object = call.notes().path(CustomFieldBody.OBJECT).asText();
        salesforce.create(
                "FieldPermissions",
                call.arguments()
                        .objectNode()
                        .put("ParentId", parent)
                        .put("SobjectType", object)
                        .put(
                                "Field",
                                object + "."
                                        + call.notes()
                                                .path(CustomFieldBody.NAME)
                                                .asText())
                        .put("PermissionsRead", true)
                        .put("PermissionsEdit", true));
    }
}
