package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.databind.JsonNode;

/** How well a value goes with a shape; by it the variant is chosen that shows a value best. */
final class Fit {
    private static final int NOT_AT_ALL = -1_000;

    private Fit() {}

    /** The place of the variant that {@code value} goes with best; the first if all are alike. */
    static int best(Shape.Variants variants, JsonNode value) {
        int best = 0;
        for (int i = 1; i < variants.variants().size(); i++) {
            if (of(variants.variants().get(i).shape(), value)
                    > of(variants.variants().get(best).shape(), value)) {
                best = i;
            }
        }
        return best;
    }

    /** The more the better; below 0 it does not go at all. */
    private static int of(Shape shape, JsonNode value) {
        if (value.isMissingNode()) {
            return 0;
        }
        return switch (shape) {
            case Shape.Text text -> value.isTextual() ? 2 : NOT_AT_ALL;
            case Shape.Numeric number
            when number.whole() ->
                value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0 ? 3 : NOT_AT_ALL;
            case Shape.Numeric number -> value.isNumber() ? 2 : NOT_AT_ALL;
            case Shape.Flag flag -> value.isBoolean() ? 2 : NOT_AT_ALL;
            case Shape.Choice choice -> choice.values().contains(value) ? 4 : NOT_AT_ALL;
            case Shape.Group group -> value.isObject() ? group(group, value) : NOT_AT_ALL;
            case Shape.ListOf list ->
                value.isArray() ? 1 + (value.isEmpty() ? 0 : of(list.item(), value.get(0))) : NOT_AT_ALL;
            case Shape.Variants variants ->
                variants.variants().stream()
                        .mapToInt(variant -> of(variant.shape(), value))
                        .max()
                        .orElse(NOT_AT_ALL);
            case Shape.Any any -> 1;
            case Shape.Free free -> 0;
        };
    }

    private static int group(Shape.Group group, JsonNode value) {
        int fit = 1;
        int known = 0;
        for (Shape.Field field : group.fields()) {
            JsonNode member = value.path(field.name());
            if (member.isMissingNode()) {
                fit -= field.required() ? 2 : 0;
            } else {
                known++;
                // One member that says another kind outweighs all that go together.
                fit += member.isNull() && field.nullable() ? 1 : Math.clamp(of(field.shape(), member), -20, 4);
            }
        }
        return group.others() == null ? fit - (value.size() - known) : fit;
    }
}
