package dev.orgbench.demo.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.wire.Json;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The next value of an auto-number: {@code 00001026} for standard ones, by their display format for custom ones. */
final class AutoNumbers {
    private static final String STANDARD_FORMAT = "{00000000}";
    private static final long STANDARD_FIRST = 1000;

    private AutoNumbers() {}

    /** @param at now, as date-times are stored */
    static String next(Counter counter, SObject object, Field field, String at) throws SQLException {
        String format = STANDARD_FORMAT;
        long first = STANDARD_FIRST;
        JsonNode definition = definition(object, field);
        if (definition != null) {
            format = definition.path("displayFormat").asText(STANDARD_FORMAT);
            first = definition.path("startingNumber").asLong(1);
        }
        return format(dated(format, at), counter.next(sequence(object, field), first));
    }

    /** The sequence that counts the field's values. */
    static String sequence(SObject object, Field field) {
        return "number:" + object.name() + "." + field.name();
    }

    /** {@code A-{YYYY}-{000}} becomes {@code A-2026-{000}}. */
    private static String dated(String format, String at) {
        return format.replace("{YYYY}", at.substring(0, 4))
                .replace("{YY}", at.substring(2, 4))
                .replace("{MM}", at.substring(5, 7))
                .replace("{DD}", at.substring(8, 10));
    }

    private static String format(String format, long number) {
        int open = format.indexOf('{');
        int close = format.indexOf('}');
        String digits = String.valueOf(number);
        String zeros = "0".repeat(Math.max(0, close - open - 1 - digits.length()));
        return format.substring(0, open) + zeros + digits + format.substring(close + 1);
    }

    /** Where the format stands: in the field's own metadata, or for a Name in its object's. */
    private static @Nullable JsonNode definition(SObject object, Field field) {
        if (field.metadata() != null) {
            return Json.own(field.metadata());
        }
        return object.metadata() == null ? null : Json.own(object.metadata()).path("nameField");
    }
}
