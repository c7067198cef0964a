package dev.orgbench.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks arguments against a tool's input schema, and tells each fault in words that name the argument. */
final class ArgumentCheck {
    private static final int TOLD = 5;

    private ArgumentCheck() {}

    /** @throws Refusal naming every fault; nothing was sent */
    static void check(Tool tool, ObjectNode arguments) throws Refusal {
        WholeText.check(arguments);
        List<Error> faults =
                SchemaChoices.told(SchemaCheck.of(tool.inputSchema()).faults(arguments));
        if (faults.isEmpty()) {
            return;
        }
        Set<String> told = new LinkedHashSet<>();
        for (Error fault : faults) {
            told.add(tell(tool.inputSchema(), fault));
        }
        throw Refusal.ofArguments(String.join("\n", told.stream().limit(TOLD).toList()));
    }

    private static String tell(ObjectNode schema, Error fault) {
        String path = path(fault);
        String property = fault.getProperty();
        JsonNode value = fault.getInstanceNode();
        JsonNode rule = fault.getSchemaNode();
        String keyword = String.valueOf(fault.getKeyword());
        return switch (keyword) {
            case "required" -> {
                String name = joined(path, property);
                yield "The argument `" + name + "` is missing." + described(schema, name);
            }
            case "additionalProperties" -> {
                List<String> known = names(at(schema, path).path("properties"));
                yield "There is no argument `" + Quoted.text(joined(path, property)) + "`."
                        + DidYouMean.sentence(DidYouMean.closest(String.valueOf(property), known)) + " There are: "
                        + Quoted.choices(known) + ".";
            }
            case "enum" -> {
                List<String> choices = texts(rule);
                yield "`" + path + "` cannot be " + Quoted.value(value) + "."
                        + DidYouMean.sentence(DidYouMean.closest(value.asText(), choices)) + " Valid: "
                        + Quoted.choices(choices) + ".";
            }
            case "type" ->
                "`" + path + "` must be of type " + type(rule) + ", not " + kind(value) + "." + described(schema, path);
            case "pattern" -> "`" + path + "` cannot be " + Quoted.value(value) + "." + described(schema, path);
            case "minLength", "minItems", "minProperties" -> "`" + path + "` is empty." + described(schema, path);
            case "maxLength" -> "`" + path + "` is longer than " + rule.asText() + " characters.";
            case "minimum" ->
                "`" + path + "` is " + Quoted.value(value) + "; it must be at least " + rule.asText() + ".";
            case "maximum" ->
                "`" + path + "` is " + Quoted.value(value) + "; it must be at most " + rule.asText() + ".";
            default -> "`" + path + "`: " + fault.getMessage();
        };
    }

    /** {@code /Metadata/label} becomes {@code Metadata.label}. */
    private static String path(Error fault) {
        String pointer = fault.getInstanceLocation().toString();
        return pointer.startsWith("/") ? pointer.substring(1).replace('/', '.') : pointer;
    }

    private static String joined(String path, @Nullable String property) {
        return path.isEmpty() ? String.valueOf(property) : path + "." + property;
    }

    private static String described(ObjectNode schema, String path) {
        String description = at(schema, path).path("description").asText("");
        if (description.isEmpty()) {
            JsonNode choices = at(schema, path).path("enum");
            return choices.isEmpty() ? "" : " Valid: " + String.join(", ", texts(choices)) + ".";
        }
        return " It is: " + description + (description.endsWith(".") ? "" : ".");
    }

    private static JsonNode at(JsonNode schema, String path) {
        JsonNode at = schema;
        for (String step : path.isEmpty() ? new String[0] : path.split("\\.", -1)) {
            at = at.path("properties").has(step) ? at.path("properties").path(step) : at.path("items");
        }
        return at;
    }

    private static String type(JsonNode rule) {
        return rule.isArray() ? String.join(" or ", texts(rule)) : rule.asText();
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string " + Quoted.value(value);
            case NUMBER -> "number " + Quoted.value(value);
            case BOOLEAN -> "boolean " + value;
            case NULL -> "null";
            case ARRAY -> "array";
            default -> "object";
        };
    }

    private static List<String> names(JsonNode properties) {
        List<String> names = new ArrayList<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return texts;
    }
}
