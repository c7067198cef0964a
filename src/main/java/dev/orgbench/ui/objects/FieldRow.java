package dev.orgbench.ui.objects;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.salesforce.ObjectDescribe.FieldDescribe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A field in the words in which the table shows it.
 *
 * @param searched all that a filter looks into, in lower case: made once, as filters run at every key
 */
record FieldRow(FieldDescribe field, String searched) {
    private static final int VALUES_NAMED = 4;
    private static final Set<String> NUMBERS = Set.of("double", "currency", "percent");

    FieldRow(FieldDescribe field) {
        this(field, searched(field));
    }

    String name() {
        return field.name();
    }

    String label() {
        return field.label();
    }

    /** {@code 80}; for numbers with decimals {@code 18, 2}; empty where length says nothing. */
    String length() {
        if (NUMBERS.contains(field.type())) {
            return field.json().path("precision").asInt() + ", "
                    + field.json().path("scale").asInt();
        }
        if (field.type().equals("int") && field.json().path("digits").asInt() > 0) {
            return Integer.toString(field.json().path("digits").asInt());
        }
        boolean choice = FieldTrait.PICKLIST.isOf(field);
        return field.length() == 0 || choice ? "" : String.format(Locale.ROOT, "%,d", field.length());
    }

    /** To sort lengths by. */
    int size() {
        return NUMBERS.contains(field.type()) ? field.json().path("precision").asInt() : field.length();
    }

    /** Who may write it. */
    String access() {
        boolean create = field.is("createable");
        boolean update = field.is("updateable");
        return create ? (update ? "create, update" : "create only") : update ? "update only" : "read only";
    }

    /** The picklist's values, those that are retired too. */
    List<JsonNode> values() {
        List<JsonNode> values = new ArrayList<>();
        field.json().path("picklistValues").forEach(values::add);
        return values;
    }

    /** The most telling thing about it: where it points, what it may be, how it is worked out. */
    String details() {
        if (!field.referenceTo().isEmpty()) {
            return "→ " + named(field.referenceTo());
        }
        if (field.is("calculated")) {
            String formula = field.json().path("calculatedFormula").asText("");
            return formula.isEmpty() ? "worked out by the org" : formula.replaceAll("\\s+", " ");
        }
        List<String> values = field.picklistValues();
        if (!values.isEmpty()) {
            return named(values);
        }
        List<String> words = new ArrayList<>();
        JsonNode byDefault = field.json().path("defaultValue");
        if (!byDefault.isNull()
                && !byDefault.isMissingNode()
                && !byDefault.asText().isEmpty()) {
            words.add("default " + byDefault.asText());
        }
        if (!field.json().path("filterable").asBoolean(true)) {
            words.add("not filterable");
        }
        return String.join(", ", words);
    }

    String helpText() {
        JsonNode help = field.json().path("inlineHelpText");
        return help.isTextual() ? help.asText() : "";
    }

    /** What stands on badges. */
    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        if (field.isRequired()) {
            marks.add(Mark.REQUIRED);
        }
        if (field.is("calculated")) {
            marks.add(Mark.FORMULA);
        } else if (field.is("custom")) {
            marks.add(Mark.CUSTOM);
        }
        if (field.is("externalId")) {
            marks.add(Mark.EXTERNAL_ID);
        }
        if (field.is("unique")) {
            marks.add(Mark.UNIQUE);
        }
        return marks;
    }

    /** A word on a badge. */
    enum Mark {
        REQUIRED("required"),
        FORMULA("formula"),
        CUSTOM("custom"),
        EXTERNAL_ID("external Id"),
        UNIQUE("unique");

        private final String words;

        Mark(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Whether {@code wanted}, in lower case, stands anywhere in what is shown of it. */
    boolean matches(String wanted) {
        return searched.contains(wanted);
    }

    private static String searched(FieldDescribe field) {
        FieldRow row = new FieldRow(field, "");
        return String.join("\n", row.name(), row.label(), field.type(), row.helpText(), row.details())
                .toLowerCase(Locale.ROOT);
    }

    private static String named(List<String> names) {
        int more = names.size() - VALUES_NAMED;
        return more <= 0
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, VALUES_NAMED)) + String.format(Locale.ROOT, " +%,d", more);
    }
}
