package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.JsonText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the shapes out of a JSON Schema. What it does not understand becomes {@link Shape.Free}: never a lost field. */
final class SchemaReader {
    private static final int DEEPEST = 8;
    private static final int LONG_TEXT = 255;
    /** How many parts are looked at; more come from schemas that repeat themselves in many ways. */
    private static final int MOST = 5_000;

    private final JsonNode root;
    private int read;

    SchemaReader(JsonNode root) {
        this.root = root;
    }

    /** The shape of all arguments: a group, variants of groups, or what only JSON can say. */
    Shape arguments() {
        if (!root.isObject()) {
            return new Shape.Group(List.of());
        }
        Shape shape = shape("", root, Path.START);
        return switch (shape) {
            case Shape.Any any -> new Shape.Group(List.of());
            // A tool without arguments often says no more than "object": that is no invitation to invent some.
            case Shape.Group(List<Shape.Field> fields, Shape others)
            when fields.isEmpty() && !root.has("additionalProperties") -> new Shape.Group(List.of());
            case Shape.Variants(List<Shape.Variant> variants)
            when variants.stream().anyMatch(variant -> !(variant.shape() instanceof Shape.Group)) ->
                new Shape.Free("The schema allows arguments that are no plain object.");
            case Shape.Group group -> group;
            case Shape.Variants variants -> variants;
            case Shape.Free free -> free;
            default -> new Shape.Free("The schema asks for something else than an object.");
        };
    }

    /** Where the reader is: how deep, and by which references it came. */
    private record Path(int depth, Set<String> references) {
        static final Path START = new Path(0, Set.of());

        Path down() {
            return new Path(depth + 1, references);
        }

        Path by(String reference) {
            Set<String> more = new HashSet<>(references);
            more.add(reference);
            return new Path(depth, more);
        }
    }

    /** A schema without references and allOf, or why there is none. */
    private record Flat(@Nullable ObjectNode schema, Path path, String why) {}

    private Shape shape(String name, JsonNode written, Path path) {
        if (written.isBoolean()) {
            return written.booleanValue() ? new Shape.Any() : new Shape.Free("The schema allows no value here.");
        }
        if (path.depth() > DEEPEST || ++read > MOST) {
            return new Shape.Free("It is nested deeper than the form shows.");
        }
        Flat flat = flat(written, path);
        if (flat.schema() == null) {
            return new Shape.Free(flat.why());
        }
        ObjectNode schema = flat.schema();
        if (schema.has("const")) {
            return new Shape.Choice(List.of(schema.get("const")));
        }
        if (schema.path("enum").isArray()) {
            return choice(schema.get("enum"));
        }
        Optional<Shape> alternatives = alternatives(name, schema, flat.path());
        return alternatives.orElseGet(() -> byType(name, schema, flat.path()));
    }

    private Shape byType(String name, ObjectNode schema, Path path) {
        List<String> types = types(schema);
        if (types.size() > 1) {
            return new Shape.Variants(types.stream()
                    .map(type -> new Shape.Variant(
                            SchemaWords.type(type),
                            -1,
                            byType(name, schema.deepCopy().put("type", type), path)))
                    .toList());
        }
        return switch (types.isEmpty() ? "" : types.getFirst()) {
            case "string" ->
                new Shape.Text(kind(name, schema), schema.path("format").asText(""));
            case "integer" -> numeric(true, schema);
            case "number" -> numeric(false, schema);
            case "boolean" -> new Shape.Flag();
            case "object" -> group(schema, path);
            case "array" -> list(schema, path);
            case "null" -> new Shape.Choice(List.of(JsonText.NODES.nullNode()));
            default -> new Shape.Any();
        };
    }

    private Shape group(ObjectNode schema, Path path) {
        if (schema.has("patternProperties") && schema.path("properties").isEmpty()) {
            return new Shape.Free("The names of its members follow a pattern.");
        }
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        List<Shape.Field> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
            fields.add(field(member.getKey(), member.getValue(), required.contains(member.getKey()), path));
        }
        JsonNode more = schema.path("additionalProperties");
        boolean closed = more.isBoolean() && !more.booleanValue();
        // Left out, any member is allowed; where members are named, that is an oversight more often than an offer.
        boolean offered = more.isMissingNode() ? fields.isEmpty() : !closed;
        return new Shape.Group(
                fields, !offered ? null : more.isObject() ? shape("", more, path.down()) : new Shape.Any());
    }

    private Shape.Field field(String name, JsonNode written, boolean required, Path path) {
        Flat flat = flat(written, path);
        JsonNode schema = flat.schema() == null ? written : flat.schema();
        return new Shape.Field(
                name,
                schema.path("description").asText(""),
                required,
                allowsNull(schema),
                schema.get("default"),
                shape(name, written, path.down()));
    }

    private Shape list(ObjectNode schema, Path path) {
        if (schema.has("prefixItems")) {
            return new Shape.Free("Each place of this list has a schema of its own.");
        }
        JsonNode items = schema.path("items");
        return new Shape.ListOf(items.isMissingNode() ? new Shape.Any() : shape("", items, path.down()));
    }

    private Optional<Shape> alternatives(String name, ObjectNode schema, Path path) {
        String keyword =
                schema.path("oneOf").isArray() ? "oneOf" : schema.path("anyOf").isArray() ? "anyOf" : "";
        if (keyword.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode base = schema.deepCopy();
        JsonNode written = base.remove(keyword);
        List<ObjectNode> flats = new ArrayList<>();
        List<Shape.Variant> variants = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Flat flat = flat(written.get(i), path);
            if (flat.schema() != null && isNull(flat.schema())) {
                continue;
            }
            Optional<ObjectNode> merged =
                    flat.schema() == null ? Optional.empty() : SchemaMerge.both(flat.schema(), base);
            Shape shape = merged.map(each -> shape(name, each, flat.path()))
                    .orElseGet(() ->
                            new Shape.Free(flat.why().isEmpty() ? "Parts of it contradict each other." : flat.why()));
            flats.add(flat.schema() == null ? JsonText.NODES.objectNode() : flat.schema());
            variants.add(new Shape.Variant(SchemaWords.alternative(flats.getLast(), variants.size() + 1), i, shape));
        }
        if (variants.size() == 1) {
            return Optional.of(variants.getFirst().shape());
        }
        // Alternatives that only say which members go together: the form shows all, the check says which are missing.
        if (base.has("properties") && flats.stream().allMatch(SchemaReader::onlyRequires)) {
            return Optional.empty();
        }
        if (variants.stream().allMatch(variant -> variant.shape() instanceof Shape.Choice)) {
            return Optional.of(new Shape.Choice(variants.stream()
                    .flatMap(variant -> ((Shape.Choice) variant.shape()).values().stream())
                    .distinct()
                    .toList()));
        }
        return Optional.of(new Shape.Variants(SchemaWords.distinct(variants)));
    }

    private static boolean onlyRequires(ObjectNode alternative) {
        return !alternative.has("properties") && (alternative.has("required") || alternative.has("not"));
    }

    private static Shape choice(JsonNode values) {
        Set<JsonNode> choices = new LinkedHashSet<>();
        values.forEach(value -> {
            if (!value.isNull()) {
                choices.add(value);
            }
        });
        return new Shape.Choice(List.copyOf(choices));
    }

    private static Shape numeric(boolean whole, JsonNode schema) {
        return new Shape.Numeric(whole, bound(schema, "minimum"), bound(schema, "maximum"));
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

    /** The types besides null; none if any will do. */
    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            return List.of(type.asText());
        }
        List<String> types = new ArrayList<>();
        type.forEach(each -> types.add(each.asText()));
        types.remove("null");
        if (types.isEmpty()) {
            return schema.has("properties") ? List.of("object") : schema.has("items") ? List.of("array") : List.of();
        }
        return types;
    }

    private boolean allowsNull(JsonNode schema) {
        boolean own = isNull(schema);
        for (String keyword : List.of("type", "enum")) {
            for (JsonNode value : schema.path(keyword)) {
                own |= value.isNull() || (value.asText().equals("null") && keyword.equals("type"));
            }
        }
        for (String keyword : List.of("anyOf", "oneOf")) {
            for (JsonNode alternative : schema.path(keyword)) {
                ObjectNode flat = flat(alternative, Path.START).schema();
                own |= flat != null && isNull(flat);
            }
        }
        return own;
    }

    private static boolean isNull(JsonNode schema) {
        return schema.path("type").asText().equals("null");
    }

    private Flat flat(JsonNode written, Path path) {
        if (!(written instanceof ObjectNode object)) {
            return new Flat(
                    written.isBoolean() && written.booleanValue() ? JsonText.NODES.objectNode() : null,
                    path,
                    "The schema allows no value here.");
        }
        String reference = object.path("$ref").asText("");
        if (!reference.isEmpty()) {
            return referred(object, reference, path);
        }
        if (!object.path("allOf").isArray()) {
            return new Flat(object, path, "");
        }
        ObjectNode merged = object.deepCopy();
        JsonNode parts = merged.remove("allOf");
        Path by = path;
        for (JsonNode part : parts) {
            Flat flat = flat(part, by);
            Optional<ObjectNode> both =
                    flat.schema() == null ? Optional.empty() : SchemaMerge.both(merged, flat.schema());
            if (both.isEmpty()) {
                return new Flat(
                        null, path, flat.why().isEmpty() ? "Parts of its allOf contradict each other." : flat.why());
            }
            merged = both.get();
            by = flat.path();
        }
        return new Flat(merged, by, "");
    }

    private Flat referred(ObjectNode object, String reference, Path path) {
        if (!reference.startsWith("#")) {
            return new Flat(null, path, "It refers to another document: " + reference);
        }
        if (path.references().contains(reference)) {
            return new Flat(null, path, "It repeats itself from here on.");
        }
        JsonNode target =
                reference.equals("#") || reference.startsWith("#/") ? root.at(reference.substring(1)) : root.path("");
        Flat flat = flat(target, path.by(reference));
        ObjectNode beside = object.deepCopy();
        beside.remove("$ref");
        if (flat.schema() == null || target.isMissingNode()) {
            return new Flat(
                    null,
                    path,
                    flat.why().isEmpty() || target.isMissingNode() ? "It refers to nothing: " + reference : flat.why());
        }
        return SchemaMerge.both(beside, flat.schema())
                .map(both -> new Flat(both, flat.path(), ""))
                .orElseGet(() -> new Flat(null, path, "Parts of it contradict each other."));
    }
}
