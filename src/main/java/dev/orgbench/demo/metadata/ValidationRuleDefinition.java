package dev.orgbench.demo.metadata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.wire.ApiError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A validation rule as its Tooling metadata defines it. (Metadata API Developer Guide, "ValidationRule".)
 *
 * @param metadata all keys of a ValidationRule, null where they are not set
 * @param formula what is true in a record that breaks the rule
 * @param errorField the field that the error names, or null
 */
record ValidationRuleDefinition(
        ObjectNode metadata,
        boolean active,
        String formula,
        @Nullable String errorField,
        String errorMessage) {
    private static final List<String> KEYS = List.of(
            "active",
            "description",
            "errorConditionFormula",
            "errorDisplayField",
            "errorMessage",
            "shouldEvaluateOnClient",
            "urls");
    private static final int LONGEST_MESSAGE = 255;

    static ValidationRuleDefinition read(ObjectNode given, SObject object) throws ApiError {
        MetadataKeys keys = new MetadataKeys(given, "ValidationRule");
        ObjectNode metadata = keys.complete(KEYS);
        if (metadata.path("active").isNull()) {
            throw keys.missing("active");
        }
        boolean active = keys.flag("active");
        metadata.put("active", active);
        String formula = keys.requiredText("errorConditionFormula");
        String message = keys.requiredText("errorMessage");
        if (message.length() > LONGEST_MESSAGE) {
            throw keys.invalid("errorMessage", "it has more than " + LONGEST_MESSAGE + " characters");
        }
        String place = keys.text("errorDisplayField");
        String field = place == null
                ? null
                : object.field(place)
                        .map(Field::name)
                        .orElseThrow(
                                () -> keys.invalid("errorDisplayField", "no field " + place + " on " + object.name()));
        return new ValidationRuleDefinition(metadata, active, formula, field, message);
    }
}
