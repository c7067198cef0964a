package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.core.JsonPointer;
import org.jspecify.annotations.Nullable;

/** Finds the shape of a place, through the variants that are shown on the way. */
final class ShapeAt {
    private ShapeAt() {}

    /** The shape, a {@link Shape.Variants} where the place itself has several; null if the form has none there. */
    static @Nullable Shape find(FormModel model, JsonPointer place) {
        Shape shape = model.shape();
        JsonPointer at = JsonPointer.empty();
        for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
            Shape now = shape;
            while (now instanceof Shape.Variants several) {
                now = several.variants().get(model.variant(at, several)).shape();
            }
            String name = rest.getMatchingProperty();
            Shape inner = now == null ? null : within(now, name);
            at = now instanceof Shape.ListOf ? at.appendIndex(rest.getMatchingIndex()) : at.appendProperty(name);
            shape = inner;
            if (shape == null) {
                return null;
            }
        }
        return shape;
    }

    private static @Nullable Shape within(Shape shape, String name) {
        return switch (shape) {
            case Shape.Group group ->
                group.fields().stream()
                        .filter(field -> field.name().equals(name))
                        .map(Shape.Field::shape)
                        .findFirst()
                        .orElse(group.others());
            case Shape.ListOf list -> list.item();
            default -> null;
        };
    }
}
