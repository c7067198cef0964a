package dev.orgbench.demo.formula;

/**
 * A formula, or a part of one, as SQL without parameters. Numbers are REAL or INTEGER, or NULL where blank; text is never
 * NULL; booleans are 1 or 0; dates and times are as columns hold them, or NULL.
 *
 * @param exact of a number: whether it is a value as stored or written, not the outcome of floating-point arithmetic
 */
record Sql(String text, ValueType type, boolean exact) {
    static Sql of(String text, ValueType type) {
        return new Sql(text, type, type != ValueType.NUMBER);
    }

    static Sql exact(String text, ValueType type) {
        return new Sql(text, type, true);
    }

    /** The same value, taken for one of another type. */
    Sql as(ValueType other) {
        return new Sql(text, other, exact);
    }

    /** Compared as decimals: arithmetic in floating point leaves dust in the last digits. */
    String comparable() {
        return exact ? text : "formula_exact(" + text + ")";
    }

    /** What a blank of that type is. */
    static String blank(ValueType type) {
        return switch (type) {
            case TEXT, PICKLIST, MULTIPICKLIST -> "''";
            case BOOLEAN -> "0";
            default -> "NULL";
        };
    }
}
