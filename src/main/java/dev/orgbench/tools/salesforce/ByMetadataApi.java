package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.MetadataApi;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.tools.Behaviours.Otherwise;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.Refusal;
import java.util.Optional;
import java.util.Set;

/**
 * Makes custom objects, and deletes custom objects and fields, by the Metadata API where an org's Tooling API does not.
 * Its guide lists CustomObject as read only and CustomField without DELETE, though many orgs take both.
 */
final class ByMetadataApi {
    private static final String OBJECT = "CustomObject";
    private static final String VIA = "via";
    /**
     * How an org says that the Tooling API does not do this at all. Not confirmed which of them comes: what is said of the
     * values given is never among them, so nothing is tried twice.
     */
    private static final Set<String> NOT_DONE = Set.of(
            "METHOD_NOT_ALLOWED", "HTTP_405", "INVALID_TYPE_FOR_OPERATION", "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY");

    private ByMetadataApi() {}

    static Optional<JsonNode> createObject(Call call, Refused refused) throws Refusal, SalesforceException {
        // A resource that takes no new rows may as well be said not to exist.
        if (!isNotDone(refused) && refused.status() != 404) {
            return Optional.empty();
        }
        ObjectNode metadata = call.arguments().withObjectProperty("Metadata");
        Optional<String> unfit = MetadataApi.unfit(metadata);
        if (unfit.isPresent()) {
            throw Refusal.ofArguments("`Metadata." + unfit.get() + "` cannot be sent: keys are Salesforce's own, of"
                    + " letters and digits, and texts hold no control characters.");
        }
        String name = call.notes().path(CustomObjectBody.FULL_NAME).asText();
        begin(call, "creates");
        call.salesforce().metadata().create(OBJECT, name, metadata);
        done(call);
        return Optional.of(
                call.arguments().objectNode().put("id", id(call, name)).put("success", true));
    }

    /** @param type {@code CustomObject} or {@code CustomField} */
    static Otherwise delete(String type) {
        return (call, refused) -> {
            if (!isNotDone(refused)) {
                return Optional.empty();
            }
            String fullName = call.salesforce()
                    .toolingRow(type, call.text("id"))
                    .path("FullName")
                    .asText();
            begin(call, "deletes");
            call.salesforce().metadata().delete(type, fullName);
            done(call);
            return Optional.of(call.arguments().objectNode());
        };
    }

    /** Copies into the tool's answer which way was taken, unless it was the usual one. */
    static void tell(Call call, ObjectNode content) {
        if (call.notes().has(VIA)) {
            content.set(VIA, call.notes().path(VIA));
        }
    }

    private static boolean isNotDone(Refused refused) {
        return NOT_DONE.contains(refused.errorCode());
    }

    private static void begin(Call call, String what) {
        call.progress().reached(1, 2, "This org's Tooling API " + what + " none: asking the Metadata API");
    }

    private static void done(Call call) {
        call.notes().put(VIA, "metadata");
        call.progress().reached(2, 2, "The Metadata API has done it");
    }

    /** The object stands whether its id is found or not, and all tools take its name as well. */
    private static String id(Call call, String name) {
        try {
            return call.salesforce().customObjectId(name);
        } catch (SalesforceException lookingFailed) {
            return name;
        }
    }
}
