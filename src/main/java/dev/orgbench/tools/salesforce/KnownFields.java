package dev.orgbench.tools.salesforce;

import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.tools.Behaviours.Before;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Checks the names in {@code fields} against describe. Without {@code fields} it asks the org nothing. */
final class KnownFields implements Before {
    @Override
    public void apply(Call call) throws Refusal, SalesforceException {
        List<String> names = call.texts("fields");
        if (names.isEmpty()) {
            return;
        }
        check(KnownObjects.describe(call, "object_name", call.text("object_name")), names);
    }

    static void check(ObjectDescribe object, List<String> names) throws Refusal {
        List<String> faults = new ArrayList<>();
        for (String name : names) {
            if (object.field(name).isEmpty()) {
                faults.add("`fields`: " + KnownObjects.unknownField(object, name, object.fields()));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.ofArguments(String.join("\n", faults));
        }
    }
}
