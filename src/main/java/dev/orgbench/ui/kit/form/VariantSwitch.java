package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.JsonText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands at a place when a person goes over to another variant there. */
final class VariantSwitch {
    private VariantSwitch() {}

    /**
     * The new value; missing if there is none to begin with.
     *
     * @param now what stands there
     * @param back what was written for this variant before, or null
     */
    static JsonNode value(Shape to, JsonNode now, @Nullable JsonNode back) {
        if (!(to instanceof Shape.Group group)) {
            return back != null && !back.isMissingNode() ? back : Blank.of(to);
        }
        ObjectNode value = back instanceof ObjectNode before ? before.deepCopy() : JsonText.NODES.objectNode();
        for (Map.Entry<String, JsonNode> member : now.properties()) {
            Shape.Field known = group.fields().stream()
                    .filter(field -> field.name().equals(member.getKey()))
                    .findFirst()
                    .orElse(null);
            if (known != null && !isFixed(known)) {
                value.set(member.getKey(), member.getValue());
            }
        }
        for (Shape.Field field : group.fields()) {
            if (field.required() && isFixed(field) && field.shape() instanceof Shape.Choice(var values)) {
                value.set(field.name(), values.getFirst());
            }
        }
        return value.isEmpty() && back == null && now.isMissingNode() ? MissingNode.getInstance() : value;
    }

    /** Whether it can hold one value only: that is what tells the variants apart. */
    private static boolean isFixed(Shape.Field field) {
        return field.shape() instanceof Shape.Choice(var values) && values.size() == 1;
    }
}
