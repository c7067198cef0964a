package dev.orgbench.soql.check;

import dev.orgbench.soql.Fix;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.Spelling;
import dev.orgbench.soql.Value;
import dev.orgbench.soql.meaning.Operand;
import dev.orgbench.soql.schema.FieldSchema;
import dev.orgbench.soql.schema.FieldType;
import dev.orgbench.soql.schema.PicklistEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Checks a value against the field that it is compared with. (SOQL and SOSL Reference, "Field Expression Syntax".) */
final class ValueCheck {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DATE_TIME =
            Pattern.compile(DATE + "T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:?\\d{2})");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{15}([A-Za-z0-9]{3})?");
    private static final int DAY = "2024-01-31".length();
    private static final int MOST_GUESSES = 3;

    private final Report report;

    ValueCheck(Report report) {
        this.report = report;
    }

    /**
     * @param left whose type is known
     * @param name of the field, for messages
     * @param pattern whether the value is a pattern for LIKE, which is no picklist value
     */
    void check(Operand left, Value value, String name, boolean pattern) {
        FieldType type = left.type().orElseThrow();
        if (value instanceof Value.Gap || value instanceof Value.Bind || value instanceof Value.Null) {
            return;
        }
        switch (type.family()) {
            case ID -> id(value, name);
            case TEXT -> text(left, value, name, pattern);
            case NUMBER -> number(value, name);
            case BOOLEAN -> bool(value, name);
            case DATE -> date(value, name);
            case DATE_TIME -> dateTime(value, name);
            case TIME -> time(value, name);
            case COMPOUND, OTHER -> {}
        }
    }

    private void id(Value value, String name) {
        if (!(value instanceof Value.Text text)) {
            wrong(value, name + " is an id: put it in single quotes.", List.of(quoted(value)));
        } else if (!text.text().isEmpty() && !ID.matcher(text.text()).matches()) {
            wrong(value, "A record's id has 15 or 18 letters and digits.", List.of());
        }
    }

    private void text(Operand left, Value value, String name, boolean pattern) {
        if (!(value instanceof Value.Text text)) {
            wrong(value, name + " is a text: put the value in single quotes.", List.of(quoted(value)));
        } else if (!pattern && left.field().isPresent() && !text.text().isEmpty()) {
            choice(left.field().get(), text);
        }
    }

    private void choice(FieldSchema field, Value.Text text) {
        if (field.picklistValues().isEmpty()) {
            return;
        }
        List<String> choices =
                field.type() == FieldType.MULTIPICKLIST ? List.of(text.text().split(";")) : List.of(text.text());
        for (String choice : choices) {
            if (field.picklistValue(choice.strip()).isEmpty()) {
                unknownChoice(field, text, choice, choices.size() == 1);
            }
        }
    }

    /** Not an error: the org would answer, with no records. Unrestricted fields may hold what no list has. */
    private void unknownChoice(FieldSchema field, Value.Text text, String choice, boolean single) {
        List<String> values =
                field.picklistValues().stream().map(PicklistEntry::value).toList();
        List<Fix> fixes = new ArrayList<>();
        if (single) {
            field.picklistValues().stream()
                    .filter(entry -> entry.label().equalsIgnoreCase(choice))
                    .forEach(entry -> fixes.add(Report.change(text.range(), quote(entry.value()))));
            Spelling.near(choice, values, MOST_GUESSES)
                    .forEach(near -> fixes.add(Report.change(text.range(), quote(near))));
        }
        String message = field.name() + " has no active value " + choice + ".";
        if (field.restricted()) {
            report.warning(text.range(), message, fixes);
        } else if (!fixes.isEmpty()) {
            report.hint(text.range(), message, fixes);
        }
    }

    private void number(Value value, String name) {
        if (value instanceof Value.Numeric || value instanceof Value.Currency) {
            return;
        }
        boolean inQuotes =
                value instanceof Value.Text text && NUMBER.matcher(text.text()).matches();
        wrong(
                value,
                inQuotes ? name + " is a number: no quotes around it." : name + " is a number.",
                inQuotes ? List.of(bare(value)) : List.of());
    }

    private void bool(Value value, String name) {
        if (value instanceof Value.Bool) {
            return;
        }
        String meant =
                switch (value) {
                    case Value.Text text when isWord(text, "true") || isWord(text, "1") -> "true";
                    case Value.Text text when isWord(text, "false") || isWord(text, "0") -> "false";
                    case Value.Numeric number when number.number().signum() == 0 -> "false";
                    case Value.Numeric number -> "true";
                    default -> "";
                };
        wrong(
                value,
                name + " is true or false, without quotes.",
                meant.isEmpty() ? List.of() : List.of(Report.change(value.range(), meant)));
    }

    private static boolean isWord(Value.Text text, String word) {
        return text.text().equalsIgnoreCase(word);
    }

    private void date(Value value, String name) {
        if (value instanceof Value.Date || value instanceof Value.RelativeDate) {
            return;
        }
        List<Fix> fixes = List.of();
        if (value instanceof Value.DateTime) {
            fixes = List.of(
                    Report.change(value.range(), report.text(value.range()).substring(0, DAY)));
        } else if (value instanceof Value.Text text && text.text().length() >= DAY) {
            String day = text.text().substring(0, DAY);
            fixes = DATE.matcher(day).matches() ? List.of(Report.change(value.range(), day)) : List.of();
        }
        wrong(value, name + " is a day: write 2024-01-31 without quotes, or a date literal such as THIS_MONTH.", fixes);
    }

    private void dateTime(Value value, String name) {
        if (value instanceof Value.DateTime || value instanceof Value.RelativeDate) {
            return;
        }
        String written = value instanceof Value.Text text ? text.text() : report.text(value.range());
        List<Fix> fixes = List.of();
        if (DATE.matcher(written).matches()) {
            fixes = List.of(Report.change(value.range(), written + "T00:00:00Z"));
        } else if (DATE_TIME.matcher(written).matches()) {
            fixes = List.of(Report.change(value.range(), written));
        }
        wrong(
                value,
                name + " is a day with a time: write 2024-01-31T09:00:00Z without quotes, or a date literal such as"
                        + " TODAY.",
                fixes);
    }

    private void time(Value value, String name) {
        if (!(value instanceof Value.Time)) {
            wrong(value, name + " is a time of day: write 09:00:00Z without quotes.", List.of());
        }
    }

    private void wrong(Value value, String message, List<Fix> fixes) {
        report.error(value.range(), message, fixes);
    }

    private Fix quoted(Value value) {
        return new Fix("Put it in quotes", value.range(), quote(report.text(value.range())));
    }

    private Fix bare(Value value) {
        Range range = value.range();
        return new Fix("Remove the quotes", range, ((Value.Text) value).text());
    }

    private static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
