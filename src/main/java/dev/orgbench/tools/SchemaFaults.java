package dev.orgbench.tools;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.tools.sources.Problem;
import dev.orgbench.tools.sources.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What can be wrong with the JSON Schemas within a method. A validator would find less: to it an unknown keyword is none
 * of its business, and a faulty one shows only when a call is checked by it.
 */
final class SchemaFaults {
    private enum Kind {
        TEXT("a text"),
        PATTERN("a regular expression"),
        TYPE("string, integer, number, boolean, array or object"),
        NUMBER("a number"),
        FLAG("true or false"),
        LIST("a list, as [a, b]"),
        SCHEMA("a schema: an object of keys such as type and description"),
        SCHEMAS("an object of schemas by their names"),
        SCHEMA_LIST("a list of schemas"),
        ANY("anything");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private static final List<String> TYPES =
            List.of("string", "integer", "number", "boolean", "array", "object", "null");

    /** JSON Schema Validation 2020-12, as far as arguments and answers need it. */
    private static final Map<String, Kind> KEYWORDS = Map.ofEntries(
            entry("type", Kind.TYPE),
            entry("description", Kind.TEXT),
            entry("title", Kind.TEXT),
            entry("format", Kind.TEXT),
            entry("pattern", Kind.PATTERN),
            entry("enum", Kind.LIST),
            entry("const", Kind.ANY),
            entry("default", Kind.ANY),
            entry("examples", Kind.LIST),
            entry("required", Kind.LIST),
            entry("minimum", Kind.NUMBER),
            entry("maximum", Kind.NUMBER),
            entry("exclusiveMinimum", Kind.NUMBER),
            entry("exclusiveMaximum", Kind.NUMBER),
            entry("multipleOf", Kind.NUMBER),
            entry("minLength", Kind.NUMBER),
            entry("maxLength", Kind.NUMBER),
            entry("minItems", Kind.NUMBER),
            entry("maxItems", Kind.NUMBER),
            entry("minProperties", Kind.NUMBER),
            entry("maxProperties", Kind.NUMBER),
            entry("uniqueItems", Kind.FLAG),
            entry("readOnly", Kind.FLAG),
            entry("items", Kind.SCHEMA),
            entry("additionalProperties", Kind.SCHEMA),
            entry("propertyNames", Kind.SCHEMA),
            entry("not", Kind.SCHEMA),
            entry("properties", Kind.SCHEMAS),
            entry("patternProperties", Kind.SCHEMAS),
            entry("anyOf", Kind.SCHEMA_LIST),
            entry("oneOf", Kind.SCHEMA_LIST),
            entry("allOf", Kind.SCHEMA_LIST));

    private final String file;
    private final YamlText yaml;

    SchemaFaults(String file, YamlText yaml) {
        this.file = file;
        this.yaml = yaml;
    }

    /** The faults of a schema at a JSON pointer. */
    List<Problem> in(String at, JsonNode schema) {
        List<Problem> faults = new ArrayList<>();
        schema(at, schema, faults);
        return faults;
    }

    private void schema(String at, JsonNode schema, List<Problem> faults) {
        if (!schema.isObject() && !schema.isBoolean()) {
            faults.add(wrong(at, Kind.SCHEMA, schema));
        }
        for (var each : schema.properties()) {
            String here = at + "/" + each.getKey();
            Kind kind = KEYWORDS.get(each.getKey());
            if (each.getKey().equals("$ref")) {
                faults.add(problem(here, "schemas are not fetched: write out what $ref refers to"));
            } else if (kind != null) {
                value(here, kind, each.getValue(), faults);
            } else {
                List<String> meant = DidYouMean.closest(each.getKey(), KEYWORDS.keySet());
                // A key that is like no other may be somebody's annotation.
                if (!meant.isEmpty()) {
                    faults.add(problem(
                            here,
                            "there is no key " + Quoted.text(each.getKey()) + " in a schema."
                                    + DidYouMean.sentence(meant)));
                }
            }
        }
    }

    private void value(String at, Kind kind, JsonNode value, List<Problem> faults) {
        boolean right =
                switch (kind) {
                    case ANY, SCHEMA -> true;
                    case TEXT -> value.isTextual();
                    case PATTERN -> value.isTextual() && isPattern(value.asText());
                    case TYPE -> value.isArray() || TYPES.contains(value.asText());
                    case NUMBER -> value.isNumber();
                    case FLAG -> value.isBoolean();
                    case LIST, SCHEMA_LIST -> value.isArray();
                    case SCHEMAS -> value.isObject();
                };
        if (!right) {
            faults.add(wrong(at, kind, value));
            return;
        }
        switch (kind) {
            case SCHEMA -> schema(at, value, faults);
            case SCHEMAS ->
                value.properties().forEach(each -> schema(at + "/" + each.getKey(), each.getValue(), faults));
            case SCHEMA_LIST -> {
                for (int i = 0; i < value.size(); i++) {
                    schema(at + "/" + i, value.path(i), faults);
                }
            }
            default -> {}
        }
    }

    private Problem wrong(String at, Kind kind, JsonNode value) {
        String meant = kind == Kind.TYPE ? DidYouMean.sentence(DidYouMean.closest(value.asText(), TYPES)) : "";
        return problem(
                at,
                at.substring(1).replace('/', '.') + " cannot be " + Quoted.value(value) + "." + meant + " Write "
                        + kind.words);
    }

    private static boolean isPattern(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException none) {
            return false;
        }
    }

    private Problem problem(String at, String fault) {
        return new Problem(file, yaml.line(at), fault);
    }
}
