package dev.orgbench.tools.salesforce;

import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.ObjectDescribe.FieldDescribe;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.tools.Behaviours.Before;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.DidYouMean;
import dev.orgbench.tools.Quoted;
import dev.orgbench.tools.Refusal;
import java.util.List;
import java.util.Optional;

/** Checks that records can be found by {@code external_id_field}, and spells it as describe does. */
final class KnownExternalId implements Before {
    @Override
    public void apply(Call call) throws Refusal, SalesforceException {
        ObjectDescribe object = KnownObjects.describe(call, "object_name", call.text("object_name"));
        String wanted = call.text("external_id_field");
        Optional<FieldDescribe> field = object.field(wanted);
        if (field.filter(KnownExternalId::findsRecords).isEmpty()) {
            List<String> keys = object.fields().stream()
                    .filter(KnownExternalId::findsRecords)
                    .map(FieldDescribe::name)
                    .toList();
            throw Refusal.ofArguments("`external_id_field`: "
                    + field.map(known -> object.name() + "." + known.name() + " is not an external id.")
                            .orElse(object.name() + " has no field " + Quoted.text(wanted) + ".")
                    + DidYouMean.sentence(DidYouMean.closest(wanted, keys)) + " Records of " + object.name()
                    + " are found by " + String.join(", ", keys) + ".");
        }
        call.arguments().put("external_id_field", field.orElseThrow().name());
    }

    private static boolean findsRecords(FieldDescribe field) {
        return field.is("externalId") || field.is("idLookup");
    }
}
