package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.tools.Behaviours.Before;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.Quoted;
import dev.orgbench.tools.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Gathers the fields of a record, which models write in {@code fields} or flat, and checks them by describe. */
final class RecordFields implements Before {
    private static final int ID_WITHOUT_CHECKSUM = 15;

    private final Writing writing;

    RecordFields(Writing writing) {
        this.writing = writing;
    }

    @Override
    public void apply(Call call) throws Refusal, SalesforceException {
        ObjectNode given = gathered(call);
        ObjectDescribe object = object(call, writing);
        switch (writing) {
            case CREATE -> {}
            case UPDATE -> withoutKey(given, "Id", call.text("id"), "id");
            case UPSERT -> withoutKey(given, call.text("external_id_field"), call.text("external_id"), "external_id");
        }
        CheckedRecord checked = CheckedRecord.of(object, given, writing, values(call), isTyped(call) ? "" : "fields");
        if (!checked.faults().isEmpty()) {
            throw Refusal.ofArguments(String.join("\n", checked.faults()));
        }
        call.setBody(checked.fields());
    }

    /** @throws Refusal if there is no such object, or the signed-in user may not write any of it */
    static ObjectDescribe object(Call call, Writing writing) throws Refusal, SalesforceException {
        ObjectDescribe object = KnownObjects.describe(call, "object_name", call.text("object_name"));
        if (!writing.takes(object)) {
            throw Refusal.ofArguments("`object_name`: the org lets the signed-in user " + writing.verb() + " no "
                    + object.name() + " records.");
        }
        return object;
    }

    static FieldValues values(Call call) {
        return new FieldValues(call.isSet("allow_new_picklist_values"));
    }

    /** A tool for one object has the fields as arguments; they are gathered already. */
    private static boolean isTyped(Call call) {
        return call.tool().object() != null;
    }

    private static ObjectNode gathered(Call call) throws Refusal {
        ObjectNode fields = call.arguments().objectNode();
        if (call.arguments().path("fields") instanceof ObjectNode given) {
            fields.setAll(given);
        }
        if (isTyped(call)) {
            return fields;
        }
        JsonNode own = call.tool().inputSchema().path("properties");
        for (var each : call.arguments().properties()) {
            if (!own.has(each.getKey())) {
                JsonNode other = fields.get(each.getKey());
                if (other != null && !other.equals(each.getValue())) {
                    throw Refusal.ofArguments(
                            "`" + Quoted.text(each.getKey()) + "` is given twice, in `fields` and beside it.");
                }
                fields.set(each.getKey(), each.getValue());
            }
        }
        return fields;
    }

    /** What the path says already cannot stand in the body: Salesforce refuses it there, even if it is the same. */
    private static void withoutKey(ObjectNode fields, String field, String value, String argument) throws Refusal {
        List<String> names = new ArrayList<>();
        fields.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (name.equalsIgnoreCase(field)) {
                String other = fields.remove(name).asText();
                if (!isSame(other, value)) {
                    throw Refusal.ofArguments("`fields." + Quoted.text(name) + "` is " + Quoted.text(other) + ", and `"
                            + argument + "` is " + Quoted.text(value) + ". Leave it out of `fields`.");
                }
            }
        }
    }

    /** Ids in 15 characters and in 18 are the same. */
    private static boolean isSame(String one, String other) {
        return one.equals(other)
                || (Math.min(one.length(), other.length()) == ID_WITHOUT_CHECKSUM
                        && Math.max(one.length(), other.length()) == ID_WITHOUT_CHECKSUM + 3
                        && one.regionMatches(0, other, 0, ID_WITHOUT_CHECKSUM));
    }
}
