package dev.orgbench.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import dev.orgbench.tools.sources.Problem;
import dev.orgbench.tools.sources.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Says in words for the writer of a file where it has not the shape that its JSON Schema wants. */
final class ShapeFaults {
    /** What the patterns of the two schemas mean. */
    private static final Map<String, String> PATTERNS = Map.of(
            "^[a-z][a-z0-9_]*$", "small letters, digits and _, beginning with a letter",
            "^[a-z][a-z0-9]*$", "small letters and digits, beginning with a letter",
            "^/", "a path that begins with a slash",
            "^(/|$)", "a path that begins with a slash, or nothing");

    private final SchemaCheck shape;

    ShapeFaults(SchemaCheck shape) {
        this.shape = shape;
    }

    /** In the order of the file's lines. */
    List<Problem> in(String file, YamlText yaml) {
        List<Problem> problems = new ArrayList<>();
        for (Error fault : shape.faults(yaml.root())) {
            String pointer = fault.getInstanceLocation().toString();
            String property = fault.getProperty();
            String at = property == null ? pointer : pointer + "/" + property;
            problems.add(new Problem(file, yaml.line(at), told(pointer, fault)));
        }
        return problems.stream().distinct().toList();
    }

    private String told(String pointer, Error fault) {
        String property = String.valueOf(fault.getProperty());
        JsonNode rule = fault.getSchemaNode();
        JsonNode value = fault.getInstanceNode();
        String path = path(pointer);
        JsonNode around = shape.around(fault);
        return switch (String.valueOf(fault.getKeyword())) {
            case "required" ->
                path + " needs the key " + property
                        + described(around.path("properties").path(property));
            case "additionalProperties" -> {
                List<String> known = new ArrayList<>();
                around.path("properties").fieldNames().forEachRemaining(known::add);
                yield "there is no key " + Quoted.text(property) + " in " + path + "."
                        + DidYouMean.sentence(DidYouMean.closest(property, known)) + " There are "
                        + String.join(", ", known);
            }
            case "propertyNames" -> Quoted.text(property) + " is no name: write " + PATTERNS.get("^[a-z][a-z0-9_]*$");
            case "enum" -> {
                List<String> choices = StreamSupport.stream(rule.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
                yield path + " cannot be " + Quoted.value(value) + "."
                        + DidYouMean.sentence(DidYouMean.closest(value.asText(), choices)) + " Write "
                        + String.join(", ", choices.subList(0, choices.size() - 1)) + " or " + choices.getLast();
            }
            case "const" -> path + " can only be " + rule + ", not " + Quoted.value(value);
            case "type" -> path + " must be " + type(rule.asText()) + ", not " + kind(value) + described(around);
            case "pattern" ->
                path + " cannot be " + Quoted.value(value) + ": write "
                        + PATTERNS.getOrDefault(rule.asText(), "what matches " + rule.asText());
            case "minLength", "minItems", "minProperties" -> path + " is empty" + described(around);
            default -> path + ": " + fault.getMessage();
        };
    }

    private static String described(JsonNode schema) {
        String description = schema.path("description").asText("");
        return description.isEmpty() ? "" : " (" + description + ")";
    }

    private static String path(String pointer) {
        return pointer.isEmpty() ? "the file" : pointer.substring(1).replace('/', '.');
    }

    private static String type(String type) {
        return switch (type) {
            case "array" -> "a list, as [a, b]";
            case "object" -> "an object, of keys with values";
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            default -> "of type " + type;
        };
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING, NULL -> "nothing";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "the text " + Quoted.value(value);
            default -> Quoted.value(value);
        };
    }
}
