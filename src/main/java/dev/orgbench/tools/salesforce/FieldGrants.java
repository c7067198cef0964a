package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.FieldOwner;
import dev.orgbench.salesforce.Salesforce;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.tools.Behaviours.Shape;
import dev.orgbench.tools.Call;
import java.util.List;
import java.util.Set;

/**
 * Grants a new field to the profiles in {@code visible_to}. A field made by the Tooling API is invisible until then. Each
 * profile has a permission set of its own, and a FieldPermissions row in it grants the field (Object Reference,
 * FieldPermissions). The field stands whether this succeeds or not, so a failure here is told and not thrown.
 */
final class FieldGrants implements Shape {
    private static final Set<String> READ_ONLY = Set.of("Summary", "AutoNumber");

    @Override
    public ObjectNode shape(Call call, JsonNode answer) {
        ObjectNode content = call.arguments().objectNode();
        content.set("id", answer.path("id"));
        content.set("success", answer.path("success"));
        content.set("name", call.notes().path(CustomFieldBody.NAME));
        ArrayNode granted = content.putArray("granted");
        List<String> profiles = KnownProfiles.wanted(call);
        for (String profile : profiles) {
            call.progress().reached(profiles.indexOf(profile) + 1, profiles.size() + 1, "granting it to " + profile);
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
        String parent = KnownProfiles.permissionSet(call, profile)
                .orElseThrow(() -> new SalesforceException.Refused(
                        404, "NOT_FOUND", "the org shows no profile of this name", List.of(), null));
        String name = call.notes().path(CustomFieldBody.NAME).asText();
        for (String object : FieldOwner.of(
                        call.notes().path(CustomFieldBody.OBJECT).asText())
                .objects()) {
            salesforce.create(
                    "FieldPermissions",
                    call.arguments()
                            .objectNode()
                            .put("ParentId", parent)
                            .put("SobjectType", object)
                            .put("Field", object + "." + name)
                            .put("PermissionsRead", true)
                            .put("PermissionsEdit", isWritable(call)));
        }
    }

    /** What Salesforce reckons itself takes no permission to edit. */
    private static boolean isWritable(Call call) {
        JsonNode metadata = call.arguments().path("Metadata");
        return !metadata.hasNonNull("formula")
                && !READ_ONLY.contains(metadata.path("type").asText());
    }
}
