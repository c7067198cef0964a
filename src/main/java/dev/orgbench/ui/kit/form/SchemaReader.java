package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the shapes out of a JSON Schema. What it does not understand becomes {@link Shape.Free}: never a lost field. */
final class SchemaReader {
    private static final int DEEPEST = 6;
    private static final int LONG_TEXT = 255;

    private final JsonNode root;

    SchemaReader(JsonNode root) {
        this.root = root;
    }

    /** The members that the schema's root asks for. */
    Shape.Group group() {
        return group(root, 0);
    }

    private Shape.Group group(JsonNode schema, int depth) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        List<Shape.Field> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
            fields.add(field(member.getKey(), member.getValue(), required.contains(member.getKey()), depth));
        }
        return new Shape.Group(fields);
    }

    private Shape.Field field(String name, JsonNode written, boolean required, int depth) {
        JsonNode schema = withoutNull(resolved(written));
        JsonNode described = written.has("description") ? written : schema;
        return new Shape.Field(
                name,
                described.path("description").asText(""),
                required,
                allowsNull(resolved(written)),
                written.has("default") ? written.get("default") : schema.get("default"),
                shape(name, schema, depth + 1));
    }

    private Shape shape(String name, JsonNode schema, int depth) {
        if (schema.has("enum")) {
            List<JsonNode> values = new ArrayList<>();
            schema.get("enum").forEach(value -> {
                if (!value.isNull()) {
                    values.add(value);
                }
            });
            return new Shape.Choice(values);
        }
        if (schema.has("const")) {
            return new Shape.Choice(List.of(schema.get("const")));
        }
        if (schema.has("oneOf") || schema.has("anyOf") || schema.has("allOf") || depth > DEEPEST) {
            return new Shape.Free();
        }
        return switch (type(schema)) {
            case "string" -> new Shape.Text(kind(name, schema));
            case "integer" -> new Shape.Numeric(true, bound(schema, "minimum"), bound(schema, "maximum"));
            case "number" -> new Shape.Numeric(false, bound(schema, "minimum"), bound(schema, "maximum"));
            case "boolean" -> new Shape.Flag();
            case "object" -> schema.path("properties").isEmpty() ? new Shape.Free() : group(schema, depth);
            case "array" -> schema.path("items").isObject()
                    ? new Shape.ListOf(shape("", withoutNull(resolved(schema.get("items"))), depth + 1))
                    : new Shape.Free();
            default -> new Shape.Free();
        };
    }

    private static Shape.Kind kind(String name, JsonNode schema) {
        if (name.equals("q")) {
            return Shape.Kind.SOQL;
        }
        return schema.path("maxLength").asLong(0) > LONG_TEXT ? Shape.Kind.PARAGRAPH : Shape.Kind.LINE;
    }

    private static @Nullable BigDecimal bound(JsonNode schema, String keyword) {
        return schema.path(keyword).isNumber() ? schema.get(keyword).decimalValue() : null;
    }

    /** The one type besides null; empty if there is none or a choice of several. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            return type.asText();
        }
        List<String> types = new ArrayList<>();
        type.forEach(each -> types.add(each.asText()));
        types.remove("null");
        return types.size() == 1 ? types.getFirst() : "";
    }

    private boolean allowsNull(JsonNode schema) {
        if (isNull(schema)) {
            return true;
        }
        for (JsonNode type : schema.path("type")) {
            if (type.asText().equals("null")) {
                return true;
            }
        }
        for (JsonNode value : schema.path("enum")) {
            if (value.isNull()) {
                return true;
            }
        }
        for (String keyword : List.of("anyOf", "oneOf")) {
            for (JsonNode alternative : schema.path(keyword)) {
                if (isNull(resolved(alternative))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@code anyOf: [X, null]} is X that may be null. */
    private JsonNode withoutNull(JsonNode schema) {
        for (String keyword : List.of("anyOf", "oneOf")) {
            List<JsonNode> others = new ArrayList<>();
            schema.path(keyword).forEach(alternative -> {
                if (!isNull(resolved(alternative))) {
                    others.add(alternative);
                }
            });
            if (others.size() == 1) {
                return resolved(others.getFirst());
            }
        }
        return schema;
    }

    private static boolean isNull(JsonNode schema) {
        return schema.path("type").asText().equals("null");
    }

    /** Follows local references; a chain that is too long ends in a schema that allows anything. */
    private JsonNode resolved(JsonNode schema) {
        JsonNode current = schema;
        for (int hops = 0; hops < DEEPEST; hops++) {
            String reference = current.path("$ref").asText("");
            if (reference.isEmpty()) {
                return current;
            }
            if (!reference.startsWith("#/")) {
                return MissingNode.getInstance();
            }
            current = root.at(reference.substring(1));
        }
        return MissingNode.getInstance();
    }
}
