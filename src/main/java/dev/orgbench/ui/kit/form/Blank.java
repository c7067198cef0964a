package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ui.kit.JsonText;
import java.math.BigDecimal;

/** What a new item of a list holds before a person writes anything. */
final class Blank {
    private Blank() {}

    static JsonNode of(Shape shape) {
        return switch (shape) {
            case Shape.Text text -> JsonText.NODES.textNode("");
            case Shape.Numeric number -> {
                BigDecimal least = number.least();
                yield least != null && least.signum() > 0
                        ? JsonText.NODES.numberNode(least)
                        : JsonText.NODES.numberNode(0);
            }
            case Shape.Flag flag -> JsonText.NODES.booleanNode(false);
            case Shape.Choice choice ->
                choice.values().isEmpty()
                        ? JsonText.NODES.nullNode()
                        : choice.values().getFirst();
            case Shape.ListOf list -> JsonText.NODES.arrayNode();
            case Shape.Group group -> JsonText.NODES.objectNode();
            case Shape.Variants variants -> of(variants.variants().getFirst().shape());
            case Shape.Any any -> JsonText.NODES.textNode("");
            case Shape.Free free -> JsonText.NODES.objectNode();
        };
    }
}
