package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.tools.Behaviours.Advice;
import dev.orgbench.tools.Behaviours.Before;
import dev.orgbench.tools.Behaviours.Shape;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.DidYouMean;
import dev.orgbench.tools.Quoted;
import dev.orgbench.tools.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records that a relationship leads to (REST API Developer Guide, "sObject Relationships"). */
final class RelatedRecords implements Before, Shape, Advice {
    private static final String PARENT = "parent_field";

    /** Checks the record, the relationship's name and the fields wanted. */
    @Override
    public void apply(Call call) throws Refusal, SalesforceException {
        ObjectDescribe object = KnownRecord.check(call);
        Relationship found = find(object, call.text("relationship"));
        call.arguments().put("relationship", found.name());
        if (found.toParent()) {
            call.notes().put(PARENT, found.field());
        }
        // Of several kinds of parents, each has fields of its own.
        if (found.targets().size() == 1 && !call.texts("fields").isEmpty()) {
            FieldsOfRecord.check(call.salesforce().describe(found.targets().getFirst()), call.texts("fields"));
        }
    }

    /** A list of children as it is; a parent as a list of one. */
    @Override
    public ObjectNode shape(Call call, JsonNode answer) {
        ObjectNode content = call.arguments().objectNode();
        if (answer.path("records").isArray()) {
            answer.properties().forEach(each -> content.set(each.getKey(), each.getValue()));
        } else {
            content.put("totalSize", 1).put("done", true).putArray("records").add(answer);
        }
        return content;
    }

    /** Salesforce says of an empty reference only that it does not exist. */
    @Override
    public Optional<String> advise(Call call, Refused refused) throws SalesforceException {
        String field = call.notes().path(PARENT).asText("");
        if (refused.status() != 404 || field.isEmpty()) {
            return Optional.empty();
        }
        JsonNode row = call.salesforce().row(call.text("object_name"), call.text("id"), List.of(field));
        return Optional.of("The record has no " + call.text("relationship") + ": its " + field + " is "
                + (row.path(field).isNull()
                        ? "empty."
                        : row.path(field).asText() + ", which the signed-in user cannot see."));
    }

    private static Relationship find(ObjectDescribe object, String wanted) throws Refusal {
        List<Relationship> all = Relationship.of(object);
        Map<String, String> labelled = new LinkedHashMap<>();
        for (Relationship each : all) {
            if (each.name().equalsIgnoreCase(wanted)) {
                return each;
            }
            labelled.put(each.name(), String.join(" ", each.targets()));
        }
        throw Refusal.ofArguments(
                "`relationship`: " + object.name() + " has no relationship " + Quoted.text(wanted) + "."
                        + DidYouMean.sentence(DidYouMean.closest(wanted, labelled)) + " To parents: " + names(all, true)
                        + ". To children: " + names(all, false) + ".");
    }

    private static String names(List<Relationship> all, boolean toParent) {
        return Quoted.choices(all.stream()
                .filter(each -> each.toParent() == toParent)
                .map(Relationship::name)
                .toList());
    }
}
