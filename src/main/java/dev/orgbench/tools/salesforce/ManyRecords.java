package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.tools.Behaviours.Before;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Checks many new records and makes the one request for them (REST API Developer Guide, "sObject Collections"). */
final class ManyRecords implements Before {
    /** A list of the same mistake in 200 records helps nobody. */
    private static final int TOLD = 10;

    @Override
    public void apply(Call call) throws Refusal, SalesforceException {
        ObjectDescribe object = RecordFields.object(call, Writing.CREATE);
        FieldValues values = RecordFields.values(call);
        ObjectNode body = call.arguments().objectNode().put("allOrNone", call.isSet("all_or_none", true));
        ArrayNode records = body.putArray("records");
        List<String> faults = new ArrayList<>();
        for (JsonNode given : call.arguments().path("records")) {
            String at = "records[" + records.size() + "]";
            CheckedRecord checked = CheckedRecord.of(object, fields(given), Writing.CREATE, values, at);
            faults.addAll(checked.faults());
            ObjectNode record = records.addObject();
            record.putObject("attributes").put("type", object.name());
            record.setAll(checked.fields());
        }
        if (!faults.isEmpty()) {
            int more = faults.size() - TOLD;
            throw Refusal.ofArguments(
                    String.join("\n", faults.stream().limit(TOLD).toList())
                            + (more > 0 ? "\nand " + more + " more faults." : ""));
        }
        call.setBody(body);
    }

    /** Models write each record as they write a single one: its fields flat, or in {@code fields}. */
    private static ObjectNode fields(JsonNode given) {
        ObjectNode fields = ((ObjectNode) given).deepCopy();
        if (fields.path("fields") instanceof ObjectNode inner) {
            fields.remove("fields");
            fields.setAll(inner);
        }
        return fields;
    }

    /**
     * What became of each record, in the order in which they were given.
     *
     * @throws Refused if nothing became of any, which Salesforce tells with status 200 too
     */
    static ObjectNode results(Call call, JsonNode answer) throws Refused {
        ObjectNode content = call.arguments().objectNode();
        ArrayNode results = content.arrayNode();
        int created = 0;
        for (JsonNode each : answer) {
            ObjectNode result = results.addObject().put("index", results.size() - 1);
            boolean success = each.path("success").asBoolean();
            result.put("success", success);
            if (success) {
                created++;
                result.set("id", each.path("id"));
            } else {
                // A record that was rolled back may come with the id that it had for a moment.
                result.set("errors", each.path("errors"));
            }
        }
        if (created == 0 && !results.isEmpty()) {
            throw NoneCreated.of(results);
        }
        content.put("success", created == call.arguments().path("records").size());
        content.put("created", created).put("failed", results.size() - created);
        content.set("results", results);
        return content;
    }
}
