package dev.orgbench.tools.salesforce.scope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.soql.schema.FieldSchema;
import dev.orgbench.soql.schema.ObjectSchema;
import dev.orgbench.tools.Behaviours.Touch;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.ObjectGate;
import dev.orgbench.tools.Refusal;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * Parents that records of {@code object_name} name by external ids: {@code "Account": {"External_Id__c": "A-1"}}. The
 * argument holds a record or a list of them; fields may also stand beside it.
 */
final class ParentsInRecords implements Touch {
    /** What Salesforce says of a record that it gives; it names no parent. */
    private static final String ATTRIBUTES = "attributes";
    /** Each record of a list may hold its fields in an object of their own. */
    private static final String FIELDS = "fields";

    @Override
    public void touch(Call call, String argument, ObjectGate gate) throws Refusal, SalesforceException {
        ReadableSchema schema = new ReadableSchema(call.salesforce(), gate);
        ObjectNode beside = call.arguments().deepCopy();
        JsonNode records = beside.remove(argument);
        record(call, schema, beside, gate);
        if (records instanceof ObjectNode record) {
            record(call, schema, record, gate);
        } else if (records != null) {
            for (JsonNode each : records) {
                record(call, schema, each, gate);
            }
        }
    }

    private static void record(Call call, ReadableSchema schema, JsonNode record, ObjectGate gate)
            throws Refusal, SalesforceException {
        for (Entry<String, JsonNode> field : record.properties()) {
            if (field.getKey().equals(FIELDS) && field.getValue().isObject()) {
                record(call, schema, field.getValue(), gate);
            } else if (field.getValue().isContainerNode() && !field.getKey().equals(ATTRIBUTES)) {
                parent(call, schema, field.getKey(), field.getValue(), gate);
            }
        }
    }

    private static void parent(Call call, ReadableSchema schema, String name, JsonNode value, ObjectGate gate)
            throws Refusal, SalesforceException {
        Optional<ObjectSchema> object =
                schema.object(call.text("object_name").strip()).known();
        schema.check();
        Optional<FieldSchema> reference = object.flatMap(known -> known.parent(name));
        if (reference.isEmpty() || reference.get().referenceTo().isEmpty()) {
            throw gate.unclear(name + " is not a parent of these records.");
        }
        for (String each : reference.get().referenceTo()) {
            gate.pass(each, name);
        }
        if (value.properties().stream().anyMatch(inner -> inner.getValue().isContainerNode()) || value.isArray()) {
            throw gate.unclear("a parent's external id is a single value, and " + name + " holds more.");
        }
    }
}
