package dev.orgbench.demo.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.schema.FieldBuilder;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.PicklistValue;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a custom field's type asks of its metadata, and what that makes of the field. */
final class CustomFieldShape {
    private static final Pattern DISPLAY_FORMAT =
            Pattern.compile("(?:[^{}]|\\{(?:YYYY|YY|MM|DD)})*\\{0{1,10}}(?:[^{}]|\\{(?:YYYY|YY|MM|DD)})*");
    private static final int MOST_DIGITS = 18;
    private static final int PICKLIST_LENGTH = 255;
    private static final int MULTISELECT_LENGTH = 4099;
    private static final int AUTO_NUMBER_LENGTH = 30;

    private final MetadataKeys keys;
    private final ObjectNode metadata;
    private final FieldBuilder field;
    private @Nullable String childRelationship;

    CustomFieldShape(MetadataKeys keys, ObjectNode metadata, FieldBuilder field) {
        this.keys = keys;
        this.metadata = metadata;
        this.field = field;
    }

    @Nullable
    String childRelationship() {
        return childRelationship;
    }

    void apply(CustomFieldType type, String name, Schema schema) throws ApiError {
        requireLiteralDefault(type);
        switch (type) {
            case TEXT ->
                field.length(keys.number("length", 1, 255))
                        .key(keys.flag("externalId"), keys.flag("unique"))
                        .caseSensitive(keys.flag("caseSensitive"));
            case LONG_TEXT_AREA -> longText("plaintextarea", 2);
            case HTML -> longText("richtextarea", 10);
            case TEXT_AREA -> field.length(255).extraTypeInfo("plaintextarea");
            case NUMBER, CURRENCY, PERCENT -> number(type);
            case CHECKBOX -> checkbox();
            case DATE -> field.querying(true, true, true, true);
            case DATE_TIME -> field.querying(true, true, false, true);
            case TIME -> field.querying(true, true, true, false);
            case EMAIL -> field.length(80).key(keys.flag("externalId"), keys.flag("unique"));
            case PHONE -> field.length(40);
            case URL -> field.length(255);
            case PICKLIST -> picklist(PICKLIST_LENGTH);
            case MULTISELECT_PICKLIST -> {
                keys.number("visibleLines", 3, 10);
                picklist(MULTISELECT_LENGTH);
                field.querying(true, false, false, false);
            }
            case ENCRYPTED_TEXT -> encryptedText();
            case LOCATION -> Geolocation.shape(keys, field);
            case LOOKUP -> lookup(name, schema);
            case MASTER_DETAIL -> masterDetail(name, schema);
            case SUMMARY -> throw new IllegalArgumentException("A roll-up summary is calculated");
            case AUTO_NUMBER -> autoNumber();
        }
    }

    /** Default values are formulas; the demo org keeps to literals. */
    private void requireLiteralDefault(CustomFieldType type) throws ApiError {
        String given = defaultValue();
        boolean text = type.type() == FieldType.STRING || type.type() == FieldType.TEXTAREA;
        boolean literal = given.isEmpty()
                || type == CustomFieldType.CHECKBOX
                || type.type().isNumber()
                || (text && given.length() > 1 && given.startsWith("\"") && given.endsWith("\""));
        if (!literal) {
            throw keys.invalid("defaultValue", "this demo org does not work out formulas like " + given);
        }
    }

    private String defaultValue() {
        JsonNode given = keys.json().path("defaultValue");
        return given.isNull() ? "" : given.asText("");
    }

    private void longText(String info, int leastLines) throws ApiError {
        field.length(keys.number("length", 256, 131_072)).extraTypeInfo(info).querying(false, false, false, false);
        keys.number("visibleLines", leastLines, 50);
    }

    /** Nobody can look for what is encrypted. Who reads it here may see it: masks are for others. */
    private void encryptedText() throws ApiError {
        field.length(keys.number("length", 1, 175)).querying(false, false, false, false);
        keys.choice("maskType", List.of("all", "lastFour", "creditCard", "ssn", "sin", "nino"));
        keys.choice("maskChar", List.of("asterisk", "X"));
    }

    private void number(CustomFieldType type) throws ApiError {
        int precision = keys.number("precision", 1, MOST_DIGITS);
        int scale = keys.number("scale", 0, precision);
        field.number(precision, scale).querying(true, true, false, true);
        if (type == CustomFieldType.NUMBER) {
            field.key(keys.flag("externalId"), keys.flag("unique"));
        }
        String given = defaultValue();
        if (!given.isEmpty() && !isNumber(given, precision, scale)) {
            throw keys.invalid(
                    "defaultValue",
                    "this demo org takes a number of at most " + (precision - scale) + " digits before the point and "
                            + scale + " after it, not " + given);
        }
    }

    private void checkbox() throws ApiError {
        if (defaultValue().isEmpty()) {
            throw keys.missing("defaultValue");
        }
        boolean value = keys.flag("defaultValue");
        metadata.put("defaultValue", value);
        field.access(false, true, true, true)
                .defaultValue(String.valueOf(value))
                .querying(true, true, true, false);
    }

    private void picklist(int length) throws ApiError {
        ValueSet set = ValueSet.read(keys);
        metadata.set("valueSet", set.json());
        field.length(length).picklist(set.values(), set.restricted()).controlledBy(set.controllingField());
        set.values().stream().filter(PicklistValue::isDefault).findFirst().ifPresent(value -> field.access(
                        !metadata.path("required").asBoolean(), true, true, true)
                .defaultValue(value.value()));
    }

    private void lookup(String name, Schema schema) throws ApiError {
        String target = keys.requiredText("referenceTo");
        SObject parent = schema.object(target)
                .orElseThrow(() -> new ApiError(
                        400,
                        "FIELD_INTEGRITY_EXCEPTION",
                        "referenceTo value of '" + target + "' does not resolve to a valid sObject type",
                        List.of("referenceTo")));
        String relationship = keys.requiredText("relationshipName");
        MetadataKeys.checkDeveloperName(relationship, "Child Relationship");
        if (keys.text("deleteConstraint") != null) {
            keys.choice("deleteConstraint", List.of("SetNull", "Restrict", "Cascade"));
        }
        childRelationship = relationship;
        String parentName = name.substring(0, name.length() - "__c".length()) + "__r";
        field.length(18).reference(List.of(parent.name()), parentName);
    }

    private void masterDetail(String name, Schema schema) throws ApiError {
        keys.requiredText("relationshipName");
        lookup(name, schema);
        field.access(false, true, keys.flag("reparentableMasterDetail"), false).permissionable(false);
    }

    private void autoNumber() throws ApiError {
        checkDisplayFormat(keys);
        if (!keys.json().path("startingNumber").isMissingNode()
                && !keys.json().path("startingNumber").isNull()) {
            keys.number("startingNumber", 0, Integer.MAX_VALUE);
        }
        field.length(AUTO_NUMBER_LENGTH).autoNumber().key(keys.flag("externalId"), false);
    }

    /** {@code INV-{YYYY}-{00000}}: exactly one number of one to ten digits, and parts of the date. */
    static String checkDisplayFormat(MetadataKeys keys) throws ApiError {
        String format = keys.requiredText("displayFormat");
        if (!DISPLAY_FORMAT.matcher(format).matches() || format.length() > AUTO_NUMBER_LENGTH) {
            throw keys.invalid(
                    "displayFormat", "write it like A-{0000} or A-{YYYY}{MM}{DD}-{0000}, with one number in braces");
        }
        return format;
    }

    private static boolean isNumber(String text, int precision, int scale) {
        try {
            BigDecimal number = new BigDecimal(text).stripTrailingZeros();
            return number.scale() <= scale && (long) number.precision() - number.scale() <= precision - scale;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
