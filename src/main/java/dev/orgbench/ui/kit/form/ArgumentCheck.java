package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Checks arguments against their JSON Schema and says what is wrong in words for the person who fills the form. */
final class ArgumentCheck {
    private final Schema schema;

    ArgumentCheck(JsonNode schema) {
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().pathType(PathType.JSON_POINTER).locale(Locale.ENGLISH).build();
        this.schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, registry -> registry.schemaRegistryConfig(config))
                .getSchema(schema);
    }

    /** What is wrong, by place; one sentence for each. Empty if all is well. */
    Map<JsonPointer, String> problems(JsonNode arguments) {
        Map<JsonPointer, String> problems = new LinkedHashMap<>();
        for (Error error : schema.validate(arguments)) {
            problems.putIfAbsent(place(error), words(error));
        }
        return problems;
    }

    private static JsonPointer place(Error error) {
        JsonPointer at = JsonPointer.compile(error.getInstanceLocation().toString());
        boolean aboutMember = error.getProperty() != null
                && (error.getKeyword().equals("required") || error.getKeyword().equals("additionalProperties"));
        return aboutMember ? at.appendProperty(error.getProperty()) : at;
    }

    private static String words(Error error) {
        JsonNode wanted = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "required" -> "Required.";
            case "type" -> "Must be " + type(wanted) + ".";
            case "minimum" -> "At least " + number(wanted) + ".";
            case "maximum" -> "At most " + number(wanted) + ".";
            case "minLength" -> "At least " + number(wanted) + " characters.";
            case "maxLength" -> "At most " + number(wanted) + " characters.";
            case "minItems" -> "At least " + number(wanted) + " of them.";
            case "maxItems" -> "At most " + number(wanted) + " of them.";
            case "enum" -> "One of: " + listed(wanted) + ".";
            case "additionalProperties" -> "The tool has no argument of this name.";
            default -> {
                String message = String.valueOf(error.getMessage());
                yield message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
            }
        };
    }

    private static String type(JsonNode wanted) {
        if (wanted.isArray()) {
            StringJoiner types = new StringJoiner(" or ");
            wanted.forEach(each -> types.add(type(each)));
            return types.toString();
        }
        return switch (wanted.asText()) {
            case "string" -> "text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "object" -> "an object { ... }";
            case "array" -> "a list [ ... ]";
            case "null" -> "null";
            default -> wanted.asText();
        };
    }

    private static String number(JsonNode wanted) {
        return wanted.isIntegralNumber() ? String.format(Locale.ROOT, "%,d", wanted.bigIntegerValue()) : wanted.asText();
    }

    private static String listed(JsonNode values) {
        StringJoiner text = new StringJoiner(", ");
        for (int i = 0; i < Math.min(8, values.size()); i++) {
            text.add(values.get(i).asText());
        }
        return values.size() > 8 ? text + ", …" : text.toString();
    }
}
