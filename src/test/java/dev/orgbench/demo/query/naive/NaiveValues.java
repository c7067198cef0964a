package dev.orgbench.demo.query.naive;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Comparing and writing values. */
final class NaiveValues {
    private NaiveValues() {}

    /** Of two values of one kind; texts without regard to case. */
    static int compare(Object left, Object right) {
        return compare(left, right, NaiveValues::fold);
    }

    /** The order of rows: letters beyond ASCII stand by their code points, in either case. */
    static Comparator<@Nullable Object> order(boolean descending, boolean nullsLast) {
        Comparator<Object> values = (left, right) -> compare(left, right, NaiveValues::foldAscii);
        Comparator<Object> directed = descending ? values.reversed() : values;
        return nullsLast ? Comparator.nullsLast(directed) : Comparator.nullsFirst(directed);
    }

    /** The same for values that belong to one group. */
    static @Nullable Object key(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> fold(text);
            case BigDecimal number -> number.stripTrailingZeros();
            default -> value;
        };
    }

    static String fold(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** As the answer's JSON has it. */
    static String shown(@Nullable Object value, boolean whole) {
        return switch (value) {
            case null -> "null";
            case BigDecimal number when whole -> number.toBigInteger().toString();
            case BigDecimal number -> decimal(number.doubleValue());
            case Instant instant ->
                instant.toString().replaceFirst("(:\\d\\d)Z", "$1.000Z").replace("Z", "+0000");
            default -> value.toString();
        };
    }

    private static String decimal(double number) {
        BigDecimal exact = new BigDecimal(Double.toString(number));
        return (exact.scale() < 1 ? exact.setScale(1) : exact).toPlainString();
    }

    private static int compare(Object left, Object right, UnaryOperator<String> fold) {
        return switch (left) {
            case String text -> compareCodePoints(fold.apply(text), fold.apply((String) right));
            case BigDecimal number -> number.compareTo((BigDecimal) right);
            case Boolean flag -> flag.compareTo((Boolean) right);
            case LocalDate date -> date.compareTo((LocalDate) right);
            case Instant instant -> instant.compareTo((Instant) right);
            default -> throw new IllegalArgumentException(left.getClass().toString());
        };
    }

    private static String foldAscii(String text) {
        StringBuilder folded = new StringBuilder();
        text.codePoints().forEach(c -> folded.appendCodePoint(c >= 'A' && c <= 'Z' ? c + 32 : c));
        return folded.toString();
    }

    private static int compareCodePoints(String left, String right) {
        return Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
    }
}
