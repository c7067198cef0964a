package dev.orgbench.ui.kit.grid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a person typed into a cell, as the org will take it. */
sealed interface CellInput {
    Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    /** More than any number field of Salesforce has. */
    int MOST_DIGITS = 38;
    /** Longer texts are not even looked at: what was pasted by mistake has no end. */
    int LONGEST_NUMBER = 100;

    /** It can be sent. */
    record Value(JsonNode json) implements CellInput {}

    /** It can not, and why. */
    record Refused(String why) implements CellInput {}

    /** Reads {@code typed}; nothing typed means null. Spaces around a text are kept, as Salesforce decides about them. */
    static CellInput read(String typed, GridColumn column) {
        String text = typed.strip();
        if (text.isEmpty() && column.kind() != GridColumn.Kind.BOOLEAN) {
            return new Value(NullNode.getInstance());
        }
        return switch (column.kind()) {
            case NUMBER -> number(text);
            case BOOLEAN ->
                switch (text.toLowerCase(Locale.ROOT)) {
                    case "true" -> new Value(BooleanNode.TRUE);
                    case "false" -> new Value(BooleanNode.FALSE);
                    default -> new Refused("true or false is needed");
                };
            case DATE -> date(text);
            case DATE_TIME -> moment(text);
            case CHILDREN, COMPOUND -> new Refused("its parts are changed one by one");
            case ID, TEXT -> text(typed, column);
        };
    }

    private static CellInput text(String typed, GridColumn column) {
        if (column.length() > 0 && typed.length() > column.length()) {
            return new Refused(String.format(
                    Locale.ROOT, "%,d characters; %s takes %,d", typed.length(), column.title(), column.length()));
        }
        if (column.restricted() && !column.choices().contains(typed) && column.kind() == GridColumn.Kind.TEXT) {
            // A multi-select picklist holds several, with semicolons between.
            for (String one : typed.split(";", -1)) {
                if (!column.choices().contains(one.strip())) {
                    return new Refused("\"" + one.strip() + "\" is no value of " + column.title());
                }
            }
        }
        return new Value(TextNode.valueOf(typed));
    }

    /** A comma is taken between thousands alone: in much of the world {@code 1,5} is no fifteen. */
    private static CellInput number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return new Refused("a number of at most " + MOST_DIGITS + " digits is needed");
        }
        boolean grouped = GROUPED.matcher(text).matches();
        try {
            BigDecimal number = new BigDecimal(grouped ? text.replace(",", "") : text);
            return Math.max(number.precision(), Math.abs((long) number.scale())) > MOST_DIGITS
                    ? new Refused("a number of at most " + MOST_DIGITS + " digits is needed")
                    : new Value(DecimalNode.valueOf(number));
        } catch (NumberFormatException e) {
            return new Refused("a number is needed, as 1250.50, with a point before the decimals");
        }
    }

    private static CellInput date(String text) {
        try {
            return new Value(TextNode.valueOf(LocalDate.parse(text).toString()));
        } catch (DateTimeParseException e) {
            return new Refused("a date is needed, as 2026-01-31");
        }
    }

    private static CellInput moment(String text) {
        try {
            OffsetDateTime.parse(text.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"));
            return new Value(TextNode.valueOf(text));
        } catch (DateTimeParseException e) {
            return new Refused("a moment is needed, as 2026-01-31T09:30:00Z");
        }
    }
}
