package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Names for parts of a schema that have none. */
final class SchemaWords {
    private SchemaWords() {}

    static String type(String type) {
        return switch (type) {
            case "string" -> "text";
            case "integer" -> "whole number";
            case "boolean" -> "yes or no";
            case "array" -> "list";
            default -> type;
        };
    }

    /** What an alternative is called: its title, what tells it from the others, or its number. */
    static String alternative(JsonNode schema, int number) {
        if (schema.has("title")) {
            return schema.get("title").asText();
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (property.getValue().has("const")) {
                return property.getValue().get("const").asText();
            }
        }
        if (schema.path("type").isTextual() && !schema.path("type").asText().equals("object")) {
            return type(schema.path("type").asText());
        }
        StringJoiner names = new StringJoiner(", ");
        JsonNode required = schema.path("required");
        required.forEach(name -> names.add(name.asText()));
        if (required.isEmpty()) {
            schema.path("properties").fieldNames().forEachRemaining(names::add);
        }
        String joined = names.toString();
        return joined.isEmpty() || joined.length() > 40 ? "choice " + number : joined;
    }

    /** The same variants, none named as another. */
    static List<Shape.Variant> distinct(List<Shape.Variant> variants) {
        Set<String> taken = new HashSet<>();
        List<Shape.Variant> distinct = new ArrayList<>();
        for (Shape.Variant variant : variants) {
            String name = variant.name();
            for (int i = 2; !taken.add(name); i++) {
                name = variant.name() + " (" + i + ")";
            }
            distinct.add(new Shape.Variant(name, variant.alternative(), variant.shape()));
        }
        return distinct;
    }
}
