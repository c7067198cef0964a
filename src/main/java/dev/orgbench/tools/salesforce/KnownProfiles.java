package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.tools.Behaviours.Before;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.DidYouMean;
import dev.orgbench.tools.Quoted;
import dev.orgbench.tools.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the profiles in {@code visible_to}, and with each the permission set of its own that grants fields to it (Object
 * Reference, PermissionSet). A name that no profile has is refused before the field is made.
 */
final class KnownProfiles implements Before {
    private static final String VISIBLE_TO = "visible_to";
    private static final String FOUND = "permission_sets";

    @Override
    public void apply(Call call) throws Refusal, SalesforceException {
        if (wanted(call).isEmpty()) {
            return;
        }
        Map<String, String> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        try {
            for (JsonNode row : call.salesforce()
                    .query("SELECT Id, Profile.Name FROM PermissionSet WHERE IsOwnedByProfile = true")
                    .path("records")) {
                known.put(row.at("/Profile/Name").asText(), row.path("Id").asText());
            }
        } catch (Refused notAllowed) {
            // The field can be made all the same; the answer says that it was granted to nobody.
            return;
        }
        ObjectNode found = call.notes().putObject(FOUND);
        List<String> faults = new ArrayList<>();
        for (String profile : wanted(call)) {
            String id = known.get(profile);
            if (id != null) {
                found.put(profile, id);
            } else if (call.arguments().has(VISIBLE_TO)) {
                faults.add("`" + VISIBLE_TO + "`: The org has no profile " + Quoted.text(profile) + "."
                        + (call.terms().scope().objects().mayRead("Profile")
                                ? DidYouMean.sentence(DidYouMean.closest(profile, known.keySet())) + " There are: "
                                        + Quoted.choices(known.keySet()) + "."
                                : ""));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.ofArguments(String.join("\n", faults));
        }
    }

    /** The profiles to grant the new field to; none if Salesforce shows it to everyone. */
    static List<String> wanted(Call call) {
        // Salesforce takes no permissions for fields that every record must have.
        boolean always = call.arguments().at("/Metadata/required").asBoolean()
                || call.arguments().at("/Metadata/type").asText().equals("MasterDetail");
        if (always) {
            return List.of();
        }
        return call.arguments().has(VISIBLE_TO) ? call.texts(VISIBLE_TO) : call.usualTexts(VISIBLE_TO);
    }

    /** The permission set of a profile that was found. */
    static Optional<String> permissionSet(Call call, String profile) {
        return Optional.of(call.notes().path(FOUND).path(profile).asText("")).filter(id -> !id.isEmpty());
    }
}
