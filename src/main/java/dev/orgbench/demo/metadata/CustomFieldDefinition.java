package dev.orgbench.demo.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldBuilder;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A custom field as its Tooling metadata defines it. The keys are those of the Metadata API's CustomField; which of them a
 * type needs, as in that guide.
 *
 * @param metadata all keys of a CustomField, null where they are not set
 * @param childRelationship the name of the relationship from the parent's side, without {@code __r}; null unless a lookup
 *     has one
 */
record CustomFieldDefinition(
        CustomFieldType type,
        ObjectNode metadata,
        Field field,
        @Nullable String childRelationship) {
    private static final List<String> KEYS = List.of(
            "businessOwnerGroup",
            "businessOwnerUser",
            "businessStatus",
            "caseSensitive",
            "complianceGroup",
            "defaultValue",
            "deleteConstraint",
            "deprecated",
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
            "isAIPredictionField",
            "isConvertLeadDisabled",
            "isFilteringDisabled",
            "isNameField",
            "isSortingDisabled",
            "label",
            "length",
            "lookupFilter",
            "maskChar",
            "maskType",
            "metadataRelationshipControllingField",
            "mktDataLakeFieldAttributes",
            "mktDataModelFieldAttributes",
            "populateExistingRows",
            "precision",
            "readOnlyProxy",
            "referenceTargetField",
            "referenceTo",
            "relationshipLabel",
            "relationshipName",
            "relationshipOrder",
            "reparentableMasterDetail",
            "required",
            "restrictedAdminField",
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
            "translateData",
            "type",
            "unique",
            "urls",
            "valueSet",
            "visibleLines",
            "writeRequiresMasterRead");
    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_HELP = 510;

    /**
     * @param object the API name of the object that it belongs to
     * @param name the field's API name with {@code __c}
     * @param schema for the objects that it may point to, and the fields that it may sum up
     */
    static CustomFieldDefinition read(@Nullable String id, String object, String name, ObjectNode given, Schema schema)
            throws ApiError {
        MetadataKeys unknownType = new MetadataKeys(given, "CustomField");
        CustomFieldType type = CustomFieldType.of(unknownType.requiredText("type"));
        MetadataKeys keys = new MetadataKeys(given, "CustomField of type " + type.metadataName());
        ObjectNode metadata = keys.complete(KEYS);
        String label = keys.requiredText("label");
        if (label.length() > LONGEST_LABEL) {
            throw keys.invalid("label", "it has more than " + LONGEST_LABEL + " characters");
        }
        if (keys.flag("caseSensitive") && !keys.flag("unique")) {
            throw keys.invalid("caseSensitive", "it is for unique fields");
        }
        String help = keys.text("inlineHelpText");
        if (help != null && help.length() > LONGEST_HELP) {
            throw keys.invalid("inlineHelpText", "it has more than " + LONGEST_HELP + " characters");
        }
        if (FormulaShape.isCalculated(type, keys)) {
            FieldBuilder field = type == CustomFieldType.SUMMARY
                    ? new SummaryShape(keys, object, schema).field(name, label)
                    : new FormulaShape(keys).field(type, name, label);
            field.id(id).inlineHelpText(help).permissionable(true).metadata(metadata.toString());
            return new CustomFieldDefinition(type, metadata, field.build(), null);
        }
        FieldBuilder field = new FieldBuilder(name, label, type.type())
                .id(id)
                .inlineHelpText(help)
                .permissionable(!keys.flag("required"));
        boolean required = keys.flag("required");
        String defaultValue = literalDefault(keys.json().path("defaultValue"));
        field.access(!required, true, true, defaultValue != null).defaultValue(defaultValue);
        CustomFieldShape shape = new CustomFieldShape(keys, metadata, field);
        shape.apply(type, name, schema);
        field.metadata(metadata.toString());
        return new CustomFieldDefinition(type, metadata, field.build(), shape.childRelationship());
    }

    /** Default values are formulas; the demo org keeps to literals: {@code false}, {@code 5}, {@code "New"}. */
    private static @Nullable String literalDefault(JsonNode value) {
        if (value.isMissingNode() || value.isNull() || value.asText().isEmpty()) {
            return null;
        }
        String text = value.asText();
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /** A text of the metadata; null where it is not set. */
    @Nullable
    String text(String key) {
        return metadata.path(key).textValue();
    }

    /** The field itself, and where it is a location its latitude and longitude. */
    List<Field> fields() {
        return type == CustomFieldType.LOCATION ? Geolocation.fields(field, metadata) : List.of(field);
    }
}
