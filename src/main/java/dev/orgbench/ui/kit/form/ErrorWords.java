package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.Locale;
import java.util.StringJoiner;

/** What a validator found, in words for the person who fills the form. */
final class ErrorWords {
    private static final int LISTED = 8;

    private ErrorWords() {}

    /** @param schema what the broken rule is a part of */
    static String of(Error error, JsonNode schema) {
        JsonNode wanted = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "required" -> "Required.";
            case "type" -> "Must be " + type(wanted) + ".";
            case "minimum" -> "At least " + number(wanted) + ".";
            case "maximum" -> "At most " + number(wanted) + ".";
            case "exclusiveMinimum" -> "More than " + number(wanted) + ".";
            case "exclusiveMaximum" -> "Less than " + number(wanted) + ".";
            case "multipleOf" -> "A multiple of " + number(wanted) + ".";
            case "minLength" ->
                wanted.asInt() == 1 ? "Must not be empty." : "At least " + number(wanted) + " characters.";
            case "maxLength" -> "At most " + number(wanted) + " characters.";
            case "pattern" -> pattern(wanted, schema.path("description").asText());
            case "format" -> format(wanted.asText());
            case "minItems" -> "At least " + number(wanted) + " of them.";
            case "maxItems" -> "At most " + number(wanted) + " of them.";
            case "uniqueItems" -> "No value may stand twice.";
            case "minProperties" -> "At least " + number(wanted) + " members.";
            case "maxProperties" -> "At most " + number(wanted) + " members.";
            case "enum" -> "One of: " + listed(wanted) + ".";
            case "const" -> "Must be " + wanted.asText() + ".";
            case "oneOf" -> "Must fit exactly one of the choices.";
            case "anyOf" -> "Must fit one of the choices.";
            case "additionalProperties", "unevaluatedProperties" -> "The tool has no argument of this name.";
            case "dependentRequired" -> "Needs other members beside it: " + error.getMessage() + ".";
            case "not" -> "This is what the schema forbids.";
            default -> {
                String message = String.valueOf(error.getMessage());
                yield message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
            }
        };
    }

    /** A regular expression is shown only where nobody wrote down in words what it stands for. */
    private static String pattern(JsonNode wanted, String description) {
        return description.isBlank()
                ? "Must match " + wanted.asText() + "."
                : "Must be: " + description + (description.endsWith(".") ? "" : ".");
    }

    private static String format(String format) {
        String example = FieldText.format(format);
        String article = format.startsWith("e") || format.startsWith("i") ? "an " : "a ";
        return "Must be " + article + format + (example.isEmpty() ? "." : ", as " + example + ".");
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
            default -> wanted.asText();
        };
    }

    private static String number(JsonNode wanted) {
        return wanted.isNumber() ? FieldText.plain(wanted.decimalValue()) : wanted.asText();
    }

    private static String listed(JsonNode values) {
        StringJoiner text = new StringJoiner(", ");
        for (int i = 0; i < Math.min(LISTED, values.size()); i++) {
            text.add(values.get(i).asText());
        }
        return values.size() > LISTED ? text + ", …" : text.toString();
    }
}
