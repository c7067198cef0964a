package dev.orgbench.demo.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgbench.demo.schema.FieldType;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

/**
 * FORMAT(): values as en_US, the locale of the org's users, writes them: {@code $44,000.00}, {@code 4/10/2025, 3:31 PM}.
 * (SOQL and SOSL Reference, "FORMAT()".)
 */
final class Formats {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("M/d/yyyy, h:mm a", Locale.US);

    private Formats() {}

    /** @param scale digits after a number's point */
    static Cell cell(FieldType type, int scale, int index, ZoneId zone) {
        return switch (type) {
            case CURRENCY -> number("$", scale, "", index);
            case PERCENT -> number("", scale, "%", index);
            case INT, LONG, DOUBLE -> number("", scale, "", index);
            case DATE -> text(index, stored -> DATE.format(LocalDate.parse(stored)));
            case DATETIME ->
                text(index, stored -> DATE_TIME.format(Instant.parse(stored).atZone(zone)));
            case TIME -> text(index, stored -> TIME.format(LocalTime.parse(stored.substring(0, stored.length() - 1))));
            default -> Cells.value(type, index);
        };
    }

    private static Cell number(String before, int scale, String after, int index) {
        String digits = "#,##0" + (scale > 0 ? "." + "0".repeat(scale) : "");
        DecimalFormat format = new DecimalFormat(digits, DecimalFormatSymbols.getInstance(Locale.US));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return (row, _) -> {
            double number = row.getDouble(index);
            return row.wasNull() ? JsonNodeFactory.instance.nullNode() : json(shown(format, before, number) + after);
        };
    }

    private static String shown(DecimalFormat format, String before, double number) {
        return number < 0 ? "-" + before + format.format(-number) : before + format.format(number);
    }

    private static Cell text(int index, Function<String, String> shown) {
        return (row, _) -> {
            String stored = row.getString(index);
            return stored == null ? JsonNodeFactory.instance.nullNode() : json(shown.apply(stored));
        };
    }

    private static JsonNode json(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }
}
