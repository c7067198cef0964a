package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ui.kit.JsonText;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Between what stands in a field and the JSON value that it means. Both ways nothing is lost. */
final class FieldText {
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d{1,6})?");

    private FieldText() {}

    /** What stands in the field of a value. */
    static String shown(JsonNode value) {
        return value.isNull() || value.isMissingNode()
                ? ""
                : value.isTextual() ? value.asText() : JsonText.compact(value);
    }

    /** The number that was typed; empty if it is none. */
    static Optional<JsonNode> number(String typed) {
        String trimmed = typed.strip();
        if (!NUMBER.matcher(trimmed).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonText.parse(trimmed));
        } catch (JsonText.Malformed e) {
            // Larger than what the parser takes: then it is refused as any other text is.
            return Optional.empty();
        }
    }

    /** What an empty field of this shape asks for; empty if there is nothing to say. */
    static String hint(Shape shape) {
        return switch (shape) {
            case Shape.Text(Shape.Kind kind, String format) -> format(format);
            case Shape.Numeric number -> bounds(number);
            default -> "";
        };
    }

    /** An example of a format; empty for one that is not known. */
    static String format(String format) {
        return switch (format) {
            case "date" -> "2026-01-31";
            case "date-time" -> "2026-01-31T09:30:00Z";
            case "time" -> "09:30:00Z";
            case "duration" -> "P3DT4H";
            case "email", "idn-email" -> "name@example.com";
            case "uri", "iri", "uri-reference" -> "https://example.com/page";
            case "hostname", "idn-hostname" -> "example.com";
            case "ipv4" -> "192.0.2.1";
            case "ipv6" -> "2001:db8::1";
            case "uuid" -> "123e4567-e89b-12d3-a456-426614174000";
            case "regex" -> "[a-z]+";
            case "json-pointer" -> "/a/b";
            default -> "";
        };
    }

    private static String bounds(Shape.Numeric number) {
        BigDecimal least = number.least();
        BigDecimal most = number.most();
        if (least != null && most != null) {
            return plain(least) + " to " + plain(most);
        }
        if (least != null) {
            return "at least " + plain(least);
        }
        return most != null ? "at most " + plain(most) : number.whole() ? "whole number" : "number";
    }

    /** With commas where it is a whole number of usual size. */
    static String plain(BigDecimal number) {
        return number.scale() <= 0 && number.precision() - number.scale() < 20
                ? String.format(Locale.ROOT, "%,d", number.toBigInteger())
                : number.toString();
    }
}
