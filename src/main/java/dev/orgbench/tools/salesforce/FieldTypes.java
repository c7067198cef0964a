package dev.orgbench.tools.salesforce;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.tools.DidYouMean;
import dev.orgbench.tools.Quoted;
import dev.orgbench.tools.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The types of custom fields, and what a new one must have beside type and label (Metadata API Developer Guide,
 * "Metadata Field Types" and "CustomField"). What is only sometimes needed is left to Salesforce.
 */
final class FieldTypes {
    private static final String VALUES =
            "{\"valueSetDefinition\": {\"value\": [{\"fullName\": \"New\", \"label\": \"New\"}]}}";

    /** Of each type the keys that it needs, each with an example. */
    static final Map<String, Map<String, String>> NEEDS = Map.ofEntries(
            entry("Address", Map.of()),
            entry("AutoNumber", Map.of("displayFormat", "A-{0000}")),
            entry("Checkbox", Map.of("defaultValue", "false")),
            entry("Currency", Map.of("precision", "18", "scale", "2")),
            entry("CustomDataType", Map.of()),
            entry("Date", Map.of()),
            entry("DateTime", Map.of()),
            entry("Email", Map.of()),
            entry("EncryptedText", Map.of("length", "175", "maskType", "all", "maskChar", "asterisk")),
            entry("ExternalLookup", Map.of()),
            entry("File", Map.of()),
            entry("Hierarchy", Map.of()),
            entry("Html", Map.of("length", "32768", "visibleLines", "25")),
            entry("IndirectLookup", Map.of()),
            entry("Location", Map.of("scale", "6", "displayLocationInDecimal", "true")),
            entry("LongTextArea", Map.of("length", "32768", "visibleLines", "3")),
            entry("Lookup", Map.of("referenceTo", "Account")),
            entry("MasterDetail", Map.of("referenceTo", "Account", "relationshipName", "Invoices")),
            entry("MetadataRelationship", Map.of()),
            entry("MultiselectPicklist", Map.of("valueSet", VALUES, "visibleLines", "4")),
            entry("Number", Map.of("precision", "18", "scale", "0")),
            entry("Percent", Map.of("precision", "5", "scale", "2")),
            entry("Phone", Map.of()),
            entry("Picklist", Map.of("valueSet", VALUES)),
            entry("Summary", Map.of("summaryForeignKey", "Opportunity.AccountId", "summaryOperation", "count")),
            entry("Text", Map.of("length", "255")),
            entry("TextArea", Map.of()),
            entry("Time", Map.of()),
            entry("Url", Map.of()));

    private FieldTypes() {}

    /**
     * @param current what the field is until now
     * @throws Refusal if {@code given} has a type that is neither known nor the field's own
     */
    static void check(ObjectNode current, ObjectNode given) throws Refusal {
        JsonNode type = given.path("type");
        if (!type.isMissingNode() && !NEEDS.containsKey(type.asText()) && !type.equals(current.path("type"))) {
            TreeSet<String> known = new TreeSet<>(NEEDS.keySet());
            throw Refusal.ofArguments("`Metadata.type` cannot be " + Quoted.value(type) + "."
                    + DidYouMean.sentence(DidYouMean.closest(type.asText(), known)) + " Valid: "
                    + String.join(", ", known) + ".");
        }
    }

    /** @throws Refusal naming each key that a new field of its type must have and {@code given} lacks */
    static void checkNew(ObjectNode given) throws Refusal {
        // A formula's result needs less, and what it needs depends on the formula.
        if (isGiven(given.path("formula"))) {
            return;
        }
        String type = given.path("type").asText();
        List<String> missing = new ArrayList<>();
        NEEDS.getOrDefault(type, Map.of()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(need -> !isGiven(given.path(need.getKey())))
                .forEach(need -> missing.add("The argument `Metadata." + need.getKey()
                        + "` is missing: a field of type " + type + " needs it, as " + need.getValue() + "."));
        if (!missing.isEmpty()) {
            throw Refusal.ofArguments(String.join("\n", missing));
        }
    }

    private static boolean isGiven(JsonNode value) {
        return !value.isMissingNode()
                && !value.isNull()
                && !(value.isTextual() && value.asText().isBlank());
    }
}
