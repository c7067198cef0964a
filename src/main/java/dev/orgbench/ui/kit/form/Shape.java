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
     * @param format the schema's {@code format}, as {@code date-time}; empty for none
     */
    record Text(Kind kind, String format) implements Shape {
        public Text(Kind kind) {
            this(kind, "");
        }
    }

    /** How a string is best written. */
    enum Kind {
        LINE,
        PARAGRAPH,
        SOQL
    }

    /** A number; {@code whole} for integers; bounds inclusive. */
    record Numeric(
            boolean whole,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) implements Shape {}

    /** True or false. */
    record Flag() implements Shape {}

    /** One of these values. */
    record Choice(List<JsonNode> values) implements Shape {}

    /**
     * An object.
     *
     * @param fields the members that are known
     * @param others what members of any other name hold; null if none shall be offered
     */
    record Group(List<Field> fields, @Nullable Shape others) implements Shape {
        public Group(List<Field> fields) {
            this(fields, null);
        }
    }

    /** A list of like things. */
    record ListOf(Shape item) implements Shape {}

    /** One of several shapes. */
    record Variants(List<Variant> variants) implements Shape {}

    /**
     * One of {@link Variants}.
     *
     * @param name as a person picks it
     * @param alternative its place in the schema's {@code oneOf} or {@code anyOf}; -1 if it comes from neither
     */
    record Variant(String name, int alternative, Shape shape) {}

    /** Any value at all. */
    record Any() implements Shape {}

    /**
     * What only JSON can say.
     *
     * @param why what the form cannot show, in a sentence
     */
    record Free(String why) implements Shape {}

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
