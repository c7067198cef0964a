package dev.orgbench.tools.salesforce.typed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.ObjectDescribe.FieldDescribe;
import dev.orgbench.tools.Quoted;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The JSON Schema of one field's value. It never gives a list of types, which several clients do not know: where there
 * is a choice it is {@code anyOf}.
 */
final class FieldSchema {
    /** Lists of the only values, and of usual ones: a longer one says less to a model than it costs. */
    private static final int MOST_VALUES = 200;

    private static final int MOST_USUAL = 50;

    private static final int SOME_VALUES = 5;
    private static final int MOST_TARGETS = 5;
    /** A JSON number that is read as a double keeps so many digits. */
    private static final int SAFE_DIGITS = 15;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final FieldDescribe field;

    private FieldSchema(FieldDescribe field) {
        this.field = field;
    }

    /** @param clearable whether null stands for emptying the field */
    static ObjectNode of(FieldDescribe field, boolean clearable) {
        return new FieldSchema(field).schema(clearable);
    }

    private ObjectNode schema(boolean clearable) {
        List<ObjectNode> choices = new ArrayList<>(values());
        if (clearable && field.is("nillable")) {
            choices.add(type("null"));
        }
        ObjectNode schema = JSON.objectNode().put("description", description());
        if (choices.size() == 1) {
            return schema.setAll(choices.getFirst());
        }
        choices.forEach(schema.putArray("anyOf")::add);
        return schema;
    }

    private List<ObjectNode> values() {
        return switch (field.type()) {
            case "boolean" -> List.of(type("boolean"));
            case "int" -> List.of(integer(field.json().path("digits").asInt()));
            case "long" -> List.of(type("integer"));
            case "double", "currency", "percent" -> List.of(number());
            case "date" -> List.of(formatted("date"));
            case "datetime" -> List.of(formatted("date-time"));
            case "time" -> List.of(formatted("time"));
            case "email" -> List.of(longest(formatted("email")));
            case "url" -> List.of(longest(formatted("uri")));
            case "reference" -> List.of(type("string"));
            case "picklist" -> List.of(picklist());
            case "combobox" -> List.of(longest(picklist()));
            case "multipicklist" -> List.of(type("array").set("items", picklist()), type("string"));
            case "base64" -> List.of(type("string").put("contentEncoding", "base64"));
            default -> List.of(longest(type("string")));
        };
    }

    private static ObjectNode type(String type) {
        return JSON.objectNode().put("type", type);
    }

    private static ObjectNode formatted(String format) {
        return type("string").put("format", format);
    }

    private ObjectNode longest(ObjectNode text) {
        return field.length() > 0 ? text.put("maxLength", field.length()) : text;
    }

    private ObjectNode picklist() {
        List<String> values = field.picklistValues();
        ObjectNode schema = type("string");
        if (!values.isEmpty()) {
            ArrayNode told = schema.putArray(isClosed() && isTold() ? "enum" : "examples");
            values.stream().limit(isTold() ? MOST_VALUES : SOME_VALUES).forEach(told::add);
        }
        return schema;
    }

    private boolean isClosed() {
        return field.is("restrictedPicklist");
    }

    /** Whether all values are given. */
    private boolean isTold() {
        return field.picklistValues().size() <= (isClosed() ? MOST_VALUES : MOST_USUAL);
    }

    private static ObjectNode integer(int digits) {
        if (digits == 0) {
            return type("integer");
        }
        BigInteger most = BigInteger.TEN.pow(digits).subtract(BigInteger.ONE);
        BigInteger largest = most.min(BigInteger.valueOf(Integer.MAX_VALUE));
        return type("integer").put("minimum", largest.negate()).put("maximum", largest);
    }

    private ObjectNode number() {
        int precision = field.json().path("precision").asInt();
        int scale = field.json().path("scale").asInt();
        if (precision <= 0 || scale < 0 || scale > precision) {
            return type("number");
        }
        BigInteger bound = BigInteger.TEN.pow(precision - scale);
        if (scale == 0) {
            BigInteger most = bound.subtract(BigInteger.ONE);
            return type("integer").put("minimum", most.negate()).put("maximum", most);
        }
        if (precision > SAFE_DIGITS) {
            return type("number").put("minimum", bound.negate()).put("maximum", bound);
        }
        BigDecimal most = new BigDecimal(bound).subtract(BigDecimal.ONE.movePointLeft(scale));
        return type("number").put("minimum", most.negate()).put("maximum", most);
    }

    private String description() {
        List<String> parts = new ArrayList<>();
        parts.add(field.label().isBlank() ? field.name() : field.label());
        String help = field.json().path("inlineHelpText").asText("").strip();
        if (!help.isEmpty()) {
            parts.add(Quoted.text(help.replaceAll("\\s+", " ")));
        }
        List<String> targets = field.referenceTo();
        if (!targets.isEmpty()) {
            String named =
                    String.join(", ", targets.stream().limit(MOST_TARGETS).toList());
            int more = targets.size() - MOST_TARGETS;
            parts.add("Id of " + named + (more > 0 ? " or " + more + " more objects" : ""));
        }
        if (!isTold()) {
            parts.add((isClosed() ? "One" : "Usually one") + " of "
                    + field.picklistValues().size() + " values: describe the object with this field to see them");
        }
        if (field.is("dependentPicklist") && field.json().hasNonNull("controllerName")) {
            parts.add("Which values fit depends on "
                    + field.json().path("controllerName").asText());
        }
        if (field.type().equals("percent")) {
            parts.add("50 stands for 50 %");
        }
        return String.join(". ", parts);
    }
}
