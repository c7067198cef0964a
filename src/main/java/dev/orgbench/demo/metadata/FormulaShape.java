package dev.orgbench.demo.metadata;

import dev.orgbench.demo.formula.FormulaField;
import dev.orgbench.demo.schema.FieldBuilder;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.wire.ApiError;
import java.util.List;
import java.util.Set;

/** What the metadata of a formula field makes of the field. (Metadata API Developer Guide, "CustomField", formula.) */
final class FormulaShape {
    private static final Set<CustomFieldType> RESULTS = Set.of(
            CustomFieldType.TEXT,
            CustomFieldType.NUMBER,
            CustomFieldType.CURRENCY,
            CustomFieldType.PERCENT,
            CustomFieldType.CHECKBOX,
            CustomFieldType.DATE,
            CustomFieldType.DATE_TIME,
            CustomFieldType.TIME);
    private static final List<String> NOT_OF_FORMULAS = List.of("required", "unique", "externalId");
    private static final int TEXT_LENGTH = 1300;
    private static final int PRECISION = 18;
    private static final String BLANK_AS_ZERO = "BlankAsZero";

    private final MetadataKeys keys;

    FormulaShape(MetadataKeys keys) {
        this.keys = keys;
    }

    /** Whether the org works out the field's value. */
    static boolean isCalculated(CustomFieldType type, MetadataKeys keys) throws ApiError {
        return type == CustomFieldType.SUMMARY || keys.text("formula") != null;
    }

    FieldBuilder field(CustomFieldType type, String name, String label) throws ApiError {
        if (!RESULTS.contains(type)) {
            throw keys.invalid(
                    "formula", "a formula gives a Checkbox, Currency, Date, DateTime, Number, Percent, Text or Time");
        }
        for (String key : NOT_OF_FORMULAS) {
            if (keys.flag(key)) {
                throw keys.invalid(key, "a formula field has it not");
            }
        }
        boolean number = type.type().isNumber();
        int precision = number ? keys.number("precision", 1, PRECISION) : 0;
        int scale = number ? keys.number("scale", 0, precision) : 0;
        boolean zero = keys.text("formulaTreatBlanksAs") == null
                || keys.choice("formulaTreatBlanksAs", List.of("BlankAsBlank", BLANK_AS_ZERO))
                        .equals(BLANK_AS_ZERO);
        FieldBuilder field = new FieldBuilder(name, label, type.type())
                .calculated(new FormulaField(keys.requiredText("formula"), type.type(), scale, zero && number));
        if (number) {
            field.number(PRECISION, scale);
        }
        return querying(type.type() == FieldType.STRING ? field.length(TEXT_LENGTH) : field, type.type());
    }

    /** Which calculated fields may be grouped: as describes of real orgs show, flags and dates only. */
    static FieldBuilder querying(FieldBuilder field, FieldType type) {
        boolean flagOrDate = type == FieldType.BOOLEAN || type == FieldType.DATE;
        return field.querying(true, true, flagOrDate, type != FieldType.BOOLEAN && type != FieldType.TIME);
    }
}
