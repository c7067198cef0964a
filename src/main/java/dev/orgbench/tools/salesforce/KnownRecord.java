package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.tools.Behaviours.Before;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.Refusal;
import java.util.Optional;

/** Checks that {@code object_name} exists, and that {@code id} can be one of its records': Ids begin with a prefix. */
final class KnownRecord implements Before {
    private static final int PREFIX = 3;

    @Override
    public void apply(Call call) throws Refusal, SalesforceException {
        check(call);
    }

    static ObjectDescribe check(Call call) throws Refusal, SalesforceException {
        ObjectDescribe object = KnownObjects.describe(call, "object_name", call.text("object_name"));
        Optional<String> fault = fault(call, object);
        if (fault.isPresent()) {
            throw Refusal.ofArguments(fault.get());
        }
        return object;
    }

    /** In words: that {@code id} is one of another object; empty if it can be one of {@code object}. */
    static Optional<String> fault(Call call, ObjectDescribe object) throws SalesforceException {
        String id = call.text("id");
        String prefix = object.keyPrefix();
        return prefix.isEmpty() || id.startsWith(prefix)
                ? Optional.empty()
                : Optional.of("`id`: " + id + " is not an Id of " + object.name() + " (those begin with " + prefix + ")"
                        + owner(call, id.substring(0, PREFIX)) + ".");
    }

    /** Before a delete: also whether the object's records may be deleted at all. */
    static void deletable(Call call) throws Refusal, SalesforceException {
        ObjectDescribe object = check(call);
        if (!object.allows("deletable")) {
            throw Refusal.ofArguments(
                    "`object_name`: the org lets the signed-in user delete no " + object.name() + " records.");
        }
    }

    private static String owner(Call call, String prefix) throws SalesforceException {
        for (JsonNode object : call.salesforce().describeGlobal().path("sobjects")) {
            // What the server gives no access to is answered like what is not there.
            if (object.path("keyPrefix").asText().equals(prefix)
                    && call.terms()
                            .scope()
                            .objects()
                            .mayRead(object.path("name").asText())) {
                return "; it is one of " + object.path("name").asText();
            }
        }
        return "";
    }
}
