package dev.orgbench.demo.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.PicklistValue;
import dev.orgbench.demo.wire.ApiError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From a value in a request to the value that is stored, or Salesforce's error. References are looked up elsewhere. */
final class ValueReader {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>()\\[\\]\\\\]+@[^\\s@.]+(\\.[^\\s@.]+)+");
    private static final int DOUBLE_DIGITS = 18;
    /** Characters; as much as the JSON reader takes where a number is not quoted. */
    private static final int LONGEST_NUMBER = 1000;

    private ValueReader() {}

    static @Nullable Object read(Field field, RecordInput.Given given) throws ApiError {
        JsonNode value = given.value();
        if (value.isNull()) {
            if (field.type() == FieldType.BOOLEAN) {
                throw given.cannotBe("boolean");
            }
            return null;
        }
        return switch (field.type()) {
            case BOOLEAN -> bool(given);
            case INT, LONG -> integer(field, given);
            case DOUBLE, CURRENCY, PERCENT -> decimal(field, given);
            case DATE, DATETIME, TIME -> time(field, given);
            case PICKLIST, COMBOBOX -> picklist(field, text(field, given));
            case MULTIPICKLIST -> multipicklist(field, text(field, given));
            case EMAIL -> email(field, text(field, given));
            default -> text(field, given);
        };
    }

    private static @Nullable String text(Field field, RecordInput.Given given) throws ApiError {
        if (!given.value().isTextual()) {
            throw given.cannotBe(field.type() == FieldType.REFERENCE ? "reference" : "string");
        }
        String text = given.value().textValue().strip();
        if (text.isEmpty()) {
            return null;
        }
        if (field.length() > 0 && text.length() > field.length() && field.type() != FieldType.REFERENCE) {
            throw new ApiError(
                    400,
                    "STRING_TOO_LONG",
                    field.label() + ": data value too large: " + text + " (max length=" + field.length() + ")",
                    List.of(field.name()));
        }
        return text;
    }

    private static @Nullable String email(Field field, @Nullable String text) throws ApiError {
        if (text != null && !EMAIL.matcher(text).matches()) {
            throw new ApiError(
                    400,
                    "INVALID_EMAIL_ADDRESS",
                    field.label() + ": invalid email address: " + text,
                    List.of(field.name()));
        }
        return text;
    }

    private static @Nullable String picklist(Field field, @Nullable String text) throws ApiError {
        if (text != null && field.restrictedPicklist() && place(field, text) < 0) {
            throw notAChoice(field, text);
        }
        return text;
    }

    /** Values are kept once each, in the order of the picklist. */
    private static @Nullable String multipicklist(Field field, @Nullable String text) throws ApiError {
        if (text == null) {
            return null;
        }
        Set<String> chosen = Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(() -> new TreeSet<>((a, b) -> order(field, a, b))));
        for (String value : chosen) {
            if (field.restrictedPicklist() && place(field, value) < 0) {
                throw notAChoice(field, value);
            }
        }
        return chosen.isEmpty() ? null : String.join(";", chosen);
    }

    private static int order(Field field, String a, String b) {
        int byPlace = Integer.compareUnsigned(place(field, a), place(field, b));
        return byPlace != 0 ? byPlace : a.compareTo(b);
    }

    /** Where the value stands among the active ones, or -1. */
    private static int place(Field field, String text) {
        List<PicklistValue> values = field.picklistValues();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).active() && values.get(i).value().equals(text)) {
                return i;
            }
        }
        return -1;
    }

    private static ApiError notAChoice(Field field, String value) {
        return new ApiError(
                400,
                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                field.label() + ": bad value for restricted picklist field: " + value,
                List.of(field.name()));
    }

    private static Long bool(RecordInput.Given given) throws ApiError {
        return switch (given.value().asText()) {
            case "true" -> 1L;
            case "false" -> 0L;
            default -> throw given.cannotBe("boolean");
        };
    }

    private static @Nullable Long integer(Field field, RecordInput.Given given) throws ApiError {
        BigDecimal number = number(given, "int");
        if (number == null) {
            return null;
        }
        if (wholeDigits(number) > (field.digits() == 0 ? DOUBLE_DIGITS : field.digits())) {
            throw outOfRange(field, number);
        }
        if (number.stripTrailingZeros().scale() > 0) {
            throw given.cannotBe("int");
        }
        return number.stripTrailingZeros().longValueExact();
    }

    /** Digits after the point beyond the field's scale are rounded away, as Salesforce does. */
    private static @Nullable Double decimal(Field field, RecordInput.Given given) throws ApiError {
        BigDecimal number = number(given, field.type() == FieldType.CURRENCY ? "currency" : "double");
        if (number == null) {
            return null;
        }
        // A huge exponent would make rounding write out all its digits.
        if (wholeDigits(number) > DOUBLE_DIGITS + 1) {
            throw outOfRange(field, number);
        }
        BigDecimal rounded = wholeDigits(number) < -DOUBLE_DIGITS
                ? BigDecimal.ZERO
                : number.setScale(field.scale(), RoundingMode.HALF_UP);
        if (wholeDigits(rounded) > field.precision() - field.scale()) {
            throw outOfRange(field, number);
        }
        return rounded.doubleValue();
    }

    /** Digits before the point; below zero where zeros come after it. Zero itself has none. */
    private static long wholeDigits(BigDecimal number) {
        return number.signum() == 0 ? 0 : (long) number.precision() - number.scale();
    }

    private static @Nullable BigDecimal number(RecordInput.Given given, String type) throws ApiError {
        JsonNode value = given.value();
        if (value.isNumber()) {
            return value.decimalValue();
        }
        if (!value.isTextual()) {
            throw given.cannotBe(type);
        }
        String text = value.textValue().strip();
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > LONGEST_NUMBER) {
            throw given.cannotBe(type);
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw given.cannotBe(type);
        }
    }

    private static ApiError outOfRange(Field field, BigDecimal number) {
        return new ApiError(
                400,
                "NUMBER_OUTSIDE_VALID_RANGE",
                field.label() + ": value outside of valid range on numeric field: " + number,
                List.of(field.name()));
    }

    private static @Nullable String time(Field field, RecordInput.Given given) throws ApiError {
        if (!given.value().isTextual()) {
            throw given.cannotBe(field.type().apiName());
        }
        String text = given.value().textValue().strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Times.read(field.type(), text);
        } catch (DateTimeException e) {
            throw given.cannotBe(field.type().apiName());
        }
    }
}
