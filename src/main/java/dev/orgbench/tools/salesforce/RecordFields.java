package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.ObjectDescribe.FieldDescribe;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.tools.Behaviours.Before;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.Quoted;
import dev.orgbench.tools.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gathers the fields of a new record, which models write in {@code fields} or flat, and checks them by describe. */
final class RecordFields implements Before {
    private static final Set<String> OWN_ARGUMENTS = Set.of("object_name", "fields", "allow_new_picklist_values");

    @Override
    public void apply(Call call) throws Refusal, SalesforceException {
        ObjectNode given = gathered(call);
        ObjectDescribe object = KnownObjects.describe(call, "object_name", call.text("object_name"));
        if (!object.isCreateable()) {
            throw Refusal.ofArguments("`object_name`: the org lets nobody create " + object.name() + " records.");
        }
        FieldValues values = new FieldValues(call.isSet("allow_new_picklist_values"));
        ObjectNode fields = given.objectNode();
        List<String> faults = new ArrayList<>();
        for (var each : given.properties()) {
            Optional<FieldDescribe> field = object.field(each.getKey());
            if (field.isPresent()) {
                // Salesforce does not mind the case of names; what is sent is spelt as describe spells it.
                fields.set(field.get().name(), each.getValue());
                fault(object, field.get(), each.getValue(), values).ifPresent(faults::add);
            } else if (isParentByExternalId(object, each.getKey(), each.getValue())) {
                fields.set(each.getKey(), each.getValue());
            } else {
                faults.add("`fields." + Quoted.text(each.getKey()) + "`: "
                        + KnownObjects.unknownField(object, each.getKey(), createable(object)));
            }
        }
        missing(object, fields).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            throw Refusal.ofArguments(String.join("\n", faults));
        }
        call.setBody(fields);
    }

    private static ObjectNode gathered(Call call) throws Refusal {
        ObjectNode fields = call.arguments().objectNode();
        if (call.arguments().path("fields") instanceof ObjectNode given) {
            fields.setAll(given);
        }
        for (var each : call.arguments().properties()) {
            if (!OWN_ARGUMENTS.contains(each.getKey())) {
                JsonNode other = fields.get(each.getKey());
                if (other != null && !other.equals(each.getValue())) {
                    throw Refusal.ofArguments(
                            "`" + Quoted.text(each.getKey()) + "` is given twice, in `fields` and beside it.");
                }
                fields.set(each.getKey(), each.getValue());
            }
        }
        // Present in every record that Salesforce gives, and so in records that are written back.
        fields.remove("attributes");
        return fields;
    }

    private static Optional<String> fault(
            ObjectDescribe object, FieldDescribe field, JsonNode value, FieldValues values) {
        String at = "`fields." + field.name() + "`: ";
        if (!field.is("createable")) {
            return Optional.of(
                    at + "Salesforce sets it itself or the user may not; leave it out of a new " + object.name() + ".");
        }
        return values.fault(field, value).map(fault -> at + fault);
    }

    /** {@code "Account": {"External_Id__c": "A-1"}}. */
    private static boolean isParentByExternalId(ObjectDescribe object, String key, JsonNode value) {
        return value.isObject()
                && object.fields().stream()
                        .anyMatch(field ->
                                field.json().path("relationshipName").asText("").equalsIgnoreCase(key));
    }

    private static Optional<String> missing(ObjectDescribe object, ObjectNode fields) {
        Set<String> missing = new LinkedHashSet<>();
        for (FieldDescribe field : object.fields()) {
            String parent = field.json().path("relationshipName").asText("");
            boolean given = fields.hasNonNull(field.name()) || (!parent.isEmpty() && fields.hasNonNull(parent));
            if (field.isRequired() && !given) {
                missing.add(field.name() + " (" + field.type() + ")");
            }
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("`fields`: a new " + object.name() + " needs also " + String.join(", ", missing) + ".");
    }

    private static List<FieldDescribe> createable(ObjectDescribe object) {
        return object.fields().stream().filter(field -> field.is("createable")).toList();
    }
}
