package dev.orgbench.tools.salesforce;

import dev.orgbench.salesforce.AskedSchema;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.tools.Behaviours.Before;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks that a record that is to be read can be there: that {@code object_name} exists, that {@code id} can be one of
 * its records', and that it has {@code fields}. As in {@link KnownNames}, what was described last is enough to read on,
 * and to refuse, the describe must hold now.
 */
final class FieldsOfRecord implements Before {
    @Override
    public void apply(Call call) throws Refusal, SalesforceException {
        Optional<ObjectDescribe> last = call.salesforce().lastDescribe(call.text("object_name"));
        if (last.isPresent() && faults(call, last.get()).isEmpty()) {
            return;
        }
        ObjectDescribe now;
        try {
            now = KnownObjects.describe(call, "object_name", call.text("object_name"));
        } catch (Refused refused) {
            if (AskedSchema.isOfOneObject(refused)) {
                return;
            }
            throw refused;
        }
        refuse(faults(call, now));
    }

    private static List<String> faults(Call call, ObjectDescribe object) throws SalesforceException {
        List<String> faults =
                new ArrayList<>(KnownRecord.fault(call, object).stream().toList());
        faults.addAll(faults(object, call.texts("fields")));
        return faults;
    }

    /** Checks the names in {@code fields}. */
    static void check(ObjectDescribe object, List<String> names) throws Refusal {
        refuse(faults(object, names));
    }

    private static List<String> faults(ObjectDescribe object, List<String> names) {
        return names.stream()
                .filter(name -> object.field(name).isEmpty())
                .map(name -> "`fields`: " + KnownObjects.unknownField(object, name, object.fields()))
                .toList();
    }

    private static void refuse(List<String> faults) throws Refusal {
        if (!faults.isEmpty()) {
            throw Refusal.ofArguments(String.join("\n", faults));
        }
    }
}
