package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.Salesforce;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.tools.Behaviours.Before;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays the given Metadata over the current one of a custom field or object. The Tooling API's PATCH replaces Metadata as a whole, so
 * what is not sent would be lost: a help text alone would empty a picklist.
 */
final class MergeMetadata implements Before {
    /** By these keys the items of lists are told apart, as picklist values are. */
    private static final List<String> NAMES = List.of("fullName", "valueName");

    private final Kind kind;

    MergeMetadata(Kind kind) {
        this.kind = kind;
    }

    /** Whose Metadata. */
    enum Kind {
        FIELD(
                "CustomField",
                "field",
                "list_all_salesforce_custom_fields lists an object's custom fields with their Ids."),
        OBJECT("CustomObject", "object", "list_all_salesforce_custom_objects lists the custom objects with their Ids.");

        private final String type;
        private final String words;
        private final String advice;

        Kind(String type, String words, String advice) {
            this.type = type;
            this.words = words;
            this.advice = advice;
        }
    }

    @Override
    public void apply(Call call) throws Refusal, SalesforceException {
        JsonNode row = row(call);
        if (!(row.path("Metadata") instanceof ObjectNode current)) {
            throw Refusal.ofArguments(
                    "`id`: the org gave no Metadata for this " + kind.words + ", so it cannot be changed safely.");
        }
        ObjectNode given = call.arguments().withObjectProperty("Metadata");
        if (kind == Kind.FIELD) {
            FieldMetadataKeys.check(current, given);
            FieldTypes.check(current, given);
        }
        ObjectNode merged = merged(current, given);
        ObjectNode changed = call.notes().putObject("changed");
        merged.properties().forEach(each -> {
            JsonNode former = current.path(each.getKey());
            if (!former.equals(each.getValue())) {
                ObjectNode change = changed.putObject(each.getKey());
                change.set("from", former.isMissingNode() ? change.nullNode() : former);
                change.set("to", each.getValue());
            }
        });
        call.notes().set("FullName", row.path("FullName"));
        call.setBody(Salesforce.body("Metadata", merged));
    }

    static ObjectNode updated(Call call, JsonNode answer) {
        ObjectNode content = call.arguments().objectNode();
        content.put("id", call.text("id")).put("success", true);
        if (call.notes().path("FullName").isTextual()) {
            content.set("FullName", call.notes().path("FullName"));
        }
        content.set("changed", call.notes().path("changed"));
        return content;
    }

    private JsonNode row(Call call) throws Refusal, SalesforceException {
        try {
            return call.salesforce().toolingRow(kind.type, call.text("id"));
        } catch (Refused refused) {
            if (refused.status() != 404) {
                throw refused;
            }
            throw Refusal.ofArguments("`id`: the org has no custom " + kind.words + " with the Tooling API Id "
                    + call.text("id") + ". " + kind.advice);
        }
    }

    private static ObjectNode merged(ObjectNode current, ObjectNode given) {
        ObjectNode merged = current.deepCopy();
        given.properties().forEach(each -> {
            JsonNode former = merged.path(each.getKey());
            JsonNode value = each.getValue();
            merged.set(
                    each.getKey(),
                    former instanceof ObjectNode inner && value instanceof ObjectNode over
                            ? merged(inner, over)
                            : former instanceof ArrayNode items && value instanceof ArrayNode over
                                    ? merged(items, over)
                                    : value);
        });
        return merged;
    }

    /** Lists of named items are merged by name and keep their order; other lists are replaced. */
    private static ArrayNode merged(ArrayNode current, ArrayNode given) {
        Map<String, JsonNode> items = new LinkedHashMap<>();
        for (JsonNode item : current) {
            if (name(item).isEmpty()) {
                return given;
            }
            items.put(name(item), item);
        }
        for (JsonNode item : given) {
            if (name(item).isEmpty()) {
                return given;
            }
            items.merge(
                    name(item),
                    item,
                    (former, over) -> former instanceof ObjectNode inner && over instanceof ObjectNode outer
                            ? merged(inner, outer)
                            : over);
        }
        return current.arrayNode().addAll(items.values());
    }

    private static String name(JsonNode item) {
        for (String key : NAMES) {
            if (item.path(key).isTextual()) {
                return item.path(key).asText();
            }
        }
        return "";
    }
}
