package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.ObjectDescribe.FieldDescribe;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.tools.Behaviours.Shape;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A describe as a model can use it: the whole of a large object would fill its window. Custom fields get the Tooling
 * API's id, which describe itself does not have.
 */
final class DescribeShape implements Shape {
    /** Lists of countries or time zones would outweigh all the rest; they are whole where their field is asked for. */
    private static final int VALUES_OF_UNASKED = 50;

    private static final List<String> OF_OBJECT =
            List.of("name", "label", "labelPlural", "custom", "keyPrefix", "createable", "updateable", "queryable");

    @Override
    public ObjectNode shape(Call call, JsonNode answer) throws Refusal, SalesforceException {
        ObjectDescribe object = ObjectDescribe.of(answer);
        List<FieldDescribe> fields = asked(object, call.texts("fields"));
        boolean joins = fields.stream().anyMatch(field -> field.is("custom"));
        Map<String, String> toolingIds = joins ? call.salesforce().toolingFieldIds(object) : Map.of();
        int values = call.arguments().has("fields") ? Integer.MAX_VALUE : VALUES_OF_UNASKED;
        boolean full = call.text("detail").equals("full");
        ObjectNode content = call.arguments().objectNode();
        if (full) {
            answer.properties().forEach(each -> content.set(each.getKey(), each.getValue()));
        } else {
            OF_OBJECT.forEach(key -> content.set(key, answer.path(key)));
        }
        ArrayNode shaped = content.putArray("fields");
        for (FieldDescribe field : fields) {
            ObjectNode node = full ? whole(content, field) : compact(content, field, values);
            Optional.ofNullable(toolingIds.get(field.name())).ifPresent(id -> node.put("toolingId", id));
            shaped.add(node);
        }
        return content;
    }

    private static List<FieldDescribe> asked(ObjectDescribe object, List<String> names) throws Refusal {
        if (names.isEmpty()) {
            return object.fields();
        }
        List<FieldDescribe> asked = new ArrayList<>();
        for (String name : names) {
            Optional<FieldDescribe> field = object.field(name);
            if (field.isEmpty()) {
                throw Refusal.ofArguments("`fields`: " + KnownObjects.unknownField(object, name, object.fields()));
            }
            asked.add(field.get());
        }
        return asked;
    }

    private static ObjectNode whole(ObjectNode maker, FieldDescribe field) {
        ObjectNode node = maker.objectNode();
        field.json().properties().forEach(each -> node.set(each.getKey(), each.getValue()));
        return node;
    }

    private static ObjectNode compact(ObjectNode maker, FieldDescribe field, int mostValues) {
        ObjectNode node = maker.objectNode();
        node.put("name", field.name()).put("label", field.label()).put("type", field.type());
        if (field.isRequired()) {
            node.put("required", true);
        }
        node.put("createable", field.is("createable")).put("updateable", field.is("updateable"));
        if (field.type().equals("string") || field.type().equals("textarea")) {
            node.put("length", field.length());
        }
        List<String> values = field.picklistValues();
        if (!values.isEmpty()) {
            ArrayNode told = node.putArray("picklistValues");
            values.stream().limit(mostValues).forEach(told::add);
            if (values.size() > mostValues) {
                node.put("morePicklistValues", values.size() - mostValues);
            }
            if (field.is("restrictedPicklist")) {
                node.put("restrictedPicklist", true);
            }
        }
        if (!field.referenceTo().isEmpty()) {
            ArrayNode targets = node.putArray("referenceTo");
            field.referenceTo().forEach(targets::add);
        }
        if (field.json().hasNonNull("relationshipName")) {
            node.set("relationshipName", field.json().path("relationshipName"));
        }
        if (field.json().hasNonNull("inlineHelpText")) {
            node.set("inlineHelpText", field.json().path("inlineHelpText"));
        }
        if (field.json().hasNonNull("calculatedFormula")) {
            node.set("calculatedFormula", field.json().path("calculatedFormula"));
        }
        return node;
    }
}
