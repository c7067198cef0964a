package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What kind of value a part of a JSON Schema asks for, as far as it decides which editor a person gets. */
public sealed interface Shape {
    /**
     * A string.
     *
     * @param kind how it is best written
     */
    record Text(Kind kind) implements Shape {}

    /** How a string is best written. */
    enum Kind {
        LINE,
        PARAGRAPH,
        SOQL
    }

    /** A number; {@code whole} for integers; bounds inclusive. */
    record Numeric(boolean whole, @Nullable BigDecimal least, @Nullable BigDecimal most) implements Shape {}

    /** True or false. */
    record Flag() implements Shape {}

    /** One of these values. */
    record Choice(List<JsonNode> values) implements Shape {}

    /** An object whose members are known. */
    record Group(List<Field> fields) implements Shape {}

    /** A list of like things. */
    record ListOf(Shape item) implements Shape {}

    /** Anything that only JSON can say: free-form objects, alternatives, recursion. */
    record Free() implements Shape {}

    /**
     * One member of a {@link Group}.
     *
     * @param preset what the server takes if it is left out, or null
     * @param nullable whether null is a value of its own
     */
    record Field(
            String name,
            String description,
            boolean required,
            boolean nullable,
            @Nullable JsonNode preset,
            Shape shape) {

        /** What stands below the name: the description's first sentence. */
        public String brief() {
            int end = description.indexOf(". ");
            String first = end < 0 ? description : description.substring(0, end);
            return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
        }
    }
}
