package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.tools.DidYouMean;
import dev.orgbench.tools.Refusal;
import java.util.Set;
import java.util.TreeSet;

/** What a custom field's Metadata can hold (Metadata API, CustomField). */
final class FieldMetadataKeys {
    private static final Set<String> KEYS = Set.of(
            "businessOwnerGroup",
            "businessOwnerUser",
            "businessStatus",
            "caseSensitive",
            "complianceGroup",
            "customDataType",
            "defaultValue",
            "deleteConstraint",
            "description",
            "displayFormat",
            "displayLocationInDecimal",
            "encryptionScheme",
            "escapeMarkup",
            "externalDeveloperName",
            "externalId",
            "formula",
            "formulaTreatBlanksAs",
            "inlineHelpText",
            "label",
            "length",
            "lookupFilter",
            "maskChar",
            "maskType",
            "precision",
            "referenceTargetField",
            "referenceTo",
            "relationshipLabel",
            "relationshipName",
            "relationshipOrder",
            "reparentableMasterDetail",
            "required",
            "scale",
            "securityClassification",
            "startingNumber",
            "stripMarkup",
            "summarizedField",
            "summaryFilterItems",
            "summaryForeignKey",
            "summaryOperation",
            "trackFeedHistory",
            "trackHistory",
            "trackTrending",
            "type",
            "unique",
            "valueSet",
            "visibleLines",
            "writeRequiresMasterRead");

    private FieldMetadataKeys() {}

    /**
     * Salesforce gives every key that a field can have, so {@code current} tells of keys that are newer than ours; ours
     * are for orgs that leave out the empty ones.
     *
     * @throws Refusal if {@code given} has a key that no field has
     */
    static void check(ObjectNode current, ObjectNode given) throws Refusal {
        Set<String> known = new TreeSet<>(KEYS);
        current.fieldNames().forEachRemaining(known::add);
        for (var each : given.properties()) {
            if (!known.contains(each.getKey())) {
                throw Refusal.ofArguments("`Metadata." + each.getKey() + "`: a custom field has no such metadata."
                        + DidYouMean.sentence(DidYouMean.closest(each.getKey(), known)) + " There are: "
                        + String.join(", ", known) + ".");
            }
        }
    }
}
