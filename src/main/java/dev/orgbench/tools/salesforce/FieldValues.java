package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.orgbench.salesforce.ObjectDescribe.FieldDescribe;
import dev.orgbench.tools.DidYouMean;
import dev.orgbench.tools.Quoted;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Whether a value can stand in a field. Only what is sure to fail is refused; the rest is for Salesforce to judge. */
final class FieldValues {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{15}([A-Za-z0-9]{3})?");
    private static final Pattern DATE_TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}.*");

    /** Types whose values Salesforce's JSON reader takes as texts only. */
    private static final Set<String> TEXTS = Set.of(
            "base64",
            "combobox",
            "email",
            "encryptedstring",
            "id",
            "multipicklist",
            "phone",
            "picklist",
            "reference",
            "string",
            "textarea",
            "time",
            "url");

    /** In characters; what is longer is read by nobody, and takes long to read. */
    private static final int LONGEST_NUMBER = 1_000;

    private final boolean newPicklistValues;

    FieldValues(boolean newPicklistValues) {
        this.newPicklistValues = newPicklistValues;
    }

    /** The value as Salesforce takes it: a list of picklist values becomes one text. */
    JsonNode written(FieldDescribe field, JsonNode value) {
        if (!value.isArray() || !field.type().equals("multipicklist")) {
            return value;
        }
        String joined = StreamSupport.stream(value.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(";"));
        return joined.isEmpty() ? NullNode.getInstance() : TextNode.valueOf(joined);
    }

    /** What is wrong with {@code value}, in words; empty if nothing is. */
    Optional<String> fault(FieldDescribe field, JsonNode value) {
        if (value.isNull()) {
            return field.type().equals("boolean")
                    ? Optional.of("it cannot be emptied; write true or false.")
                    : Optional.empty();
        }
        if (value.isContainerNode()) {
            return Optional.of("its value must be a single one, not " + (value.isArray() ? "a list." : "an object."));
        }
        if (!value.isTextual() && TEXTS.contains(field.type())) {
            String given = Quoted.value(value);
            return Optional.of((value.isNumber() ? "the number " : "the boolean ") + given
                    + " is no text; write it in quotes: \"" + given + "\".");
        }
        return switch (field.type()) {
            case "picklist" -> picklist(field, List.of(value.asText()));
            case "multipicklist" -> picklist(field, List.of(value.asText().split(";", -1)));
            case "boolean" ->
                value.isBoolean() || value.asText().matches("true|false")
                        ? Optional.empty()
                        : Optional.of(Quoted.value(value) + " is not true or false.");
            case "int", "long" -> wholeNumber(value);
            case "double", "currency", "percent" -> number(value);
            case "date" -> date(value);
            case "datetime" ->
                DATE_TIME.matcher(value.asText()).matches()
                        ? Optional.empty()
                        : Optional.of(Quoted.value(value) + " is not a date-time; write it as 2026-01-31T09:30:00Z.");
            case "reference", "id" ->
                ID.matcher(value.asText()).matches()
                        ? Optional.empty()
                        : Optional.of(Quoted.value(value) + " is not an Id (15 or 18 letters and digits) of "
                                + String.join(
                                        " or ",
                                        field.referenceTo().stream().limit(5).toList())
                                + ". Query for the record to get its Id.");
            default -> text(field, value);
        };
    }

    private Optional<String> picklist(FieldDescribe field, List<String> values) {
        List<String> valid = field.picklistValues();
        boolean restricted = field.is("restrictedPicklist");
        if (valid.isEmpty() || (newPicklistValues && !restricted)) {
            return Optional.empty();
        }
        for (String value : values) {
            if (!value.isEmpty() && !valid.contains(value)) {
                String anyway = restricted
                        ? ""
                        : " The picklist is not restricted: to add a value all the same, set"
                                + " allow_new_picklist_values to true.";
                return Optional.of("\"" + Quoted.text(value) + "\" is not a value of this picklist."
                        + DidYouMean.sentence(DidYouMean.closest(value, valid)) + " Valid: "
                        + Quoted.choices(valid) + "." + anyway);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> number(JsonNode value) {
        return decimal(value).isPresent() ? Optional.empty() : Optional.of(Quoted.value(value) + " is not a number.");
    }

    private static Optional<String> wholeNumber(JsonNode value) {
        boolean fraction = decimal(value)
                .filter(number -> number.stripTrailingZeros().scale() > 0)
                .isPresent();
        return fraction
                ? Optional.of(Quoted.value(value) + " is not a whole number; write it without a fraction.")
                : number(value);
    }

    private static Optional<BigDecimal> decimal(JsonNode value) {
        String text = value.asText();
        try {
            return text.length() > LONGEST_NUMBER ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<String> date(JsonNode value) {
        String text = value.asText();
        try {
            LocalDate.parse(text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text);
            return Optional.empty();
        } catch (DateTimeException notADate) {
            return Optional.of(Quoted.value(value) + " is not a date; write it as 2026-01-31.");
        }
    }

    private static Optional<String> text(FieldDescribe field, JsonNode value) {
        int length = value.asText().length();
        return value.isTextual() && field.length() > 0 && length > field.length()
                ? Optional.of("it has " + length + " characters; at most " + field.length() + " fit.")
                : Optional.empty();
    }
}
