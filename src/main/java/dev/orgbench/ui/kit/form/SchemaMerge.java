package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.JsonText;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes one schema of two that must both hold, where that is simple. */
final class SchemaMerge {
    private static final Set<String> WORDS =
            Set.of("title", "description", "default", "examples", "$comment", "deprecated");
    private static final Set<String> AT_LEAST =
            Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
    private static final Set<String> AT_MOST =
            Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");

    private SchemaMerge() {}

    /** What holds for both; empty if that cannot be said with plain keywords. */
    static Optional<ObjectNode> both(ObjectNode one, ObjectNode other) {
        ObjectNode merged = one.deepCopy();
        for (Map.Entry<String, JsonNode> keyword : other.properties()) {
            String name = keyword.getKey();
            JsonNode here = merged.get(name);
            JsonNode there = keyword.getValue();
            if (here == null) {
                merged.set(name, there);
            } else if (!here.equals(there) && !WORDS.contains(name)) {
                Optional<JsonNode> joined = join(name, here, there);
                if (joined.isEmpty()) {
                    return Optional.empty();
                }
                merged.set(name, joined.get());
            }
        }
        return Optional.of(merged);
    }

    private static Optional<JsonNode> join(String keyword, JsonNode here, JsonNode there) {
        if (AT_LEAST.contains(keyword) || AT_MOST.contains(keyword)) {
            boolean first = here.decimalValue().compareTo(there.decimalValue()) > 0 == AT_LEAST.contains(keyword);
            return Optional.of(first ? here : there);
        }
        return switch (keyword) {
            case "properties" -> properties(here, there);
            case "required" -> Optional.of(union(here, there));
            case "type" -> types(here, there);
            case "enum" -> common(here, there);
            case "additionalProperties" -> Optional.of(here.isBoolean() && !here.booleanValue() ? here : there);
            default -> Optional.empty();
        };
    }

    private static Optional<JsonNode> properties(JsonNode here, JsonNode there) {
        ObjectNode joined = here.deepCopy();
        for (Map.Entry<String, JsonNode> property : there.properties()) {
            JsonNode known = joined.get(property.getKey());
            if (known instanceof ObjectNode one && property.getValue() instanceof ObjectNode other) {
                Optional<ObjectNode> both = both(one, other);
                if (both.isEmpty()) {
                    return Optional.empty();
                }
                joined.set(property.getKey(), both.get());
            } else if (known == null || known.isBoolean()) {
                joined.set(property.getKey(), property.getValue());
            }
        }
        return Optional.of(joined);
    }

    private static JsonNode union(JsonNode here, JsonNode there) {
        Set<JsonNode> all = new LinkedHashSet<>();
        here.forEach(all::add);
        there.forEach(all::add);
        return JsonText.NODES.arrayNode().addAll(all);
    }

    private static Optional<JsonNode> common(JsonNode here, JsonNode there) {
        Set<JsonNode> others = new LinkedHashSet<>();
        there.forEach(others::add);
        ArrayNode common = JsonText.NODES.arrayNode();
        here.forEach(value -> {
            if (others.contains(value)) {
                common.add(value);
            }
        });
        return common.isEmpty() ? Optional.empty() : Optional.of(common);
    }

    private static Optional<JsonNode> types(JsonNode here, JsonNode there) {
        return common(listed(here), listed(there)).map(types -> types.size() == 1 ? types.get(0) : types);
    }

    private static JsonNode listed(JsonNode types) {
        return types.isArray() ? types : JsonText.NODES.arrayNode().add(types);
    }
}
