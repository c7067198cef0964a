package dev.orgbench.demo.query;

import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.soql.SoqlFunction;

/**
 * The parts of a date, cut from its text. Without convertTimezone, Salesforce takes them from the UTC time. (SOQL and
 * SOSL Reference, "Date Functions".)
 */
final class DateFunctions {
    private DateFunctions() {}

    /** The SQL of {@code function} over a date or date-time. */
    static String sql(SoqlFunction function, String date, FiscalYear fiscalYear) {
        return switch (function) {
            case CALENDAR_YEAR -> number(date, 1, 4);
            case CALENDAR_MONTH -> number(date, 6, 2);
            case CALENDAR_QUARTER -> "((" + number(date, 6, 2) + " + 2) / 3)";
            case FISCAL_YEAR, FISCAL_QUARTER, FISCAL_MONTH ->
                fiscalYear.sql(function, number(date, 1, 4), number(date, 6, 2));
            case DAY_IN_MONTH -> number(date, 9, 2);
            case DAY_IN_WEEK -> "(CAST(strftime('%w', " + date + ") AS INTEGER) + 1)";
            case DAY_IN_YEAR -> dayInYear(date);
            case WEEK_IN_MONTH -> "((" + number(date, 9, 2) + " + 6) / 7)";
            case WEEK_IN_YEAR -> "((" + dayInYear(date) + " + 6) / 7)";
            case HOUR_IN_DAY -> number(date, 12, 2);
            case DAY_ONLY -> "substr(" + date + ", 1, 10)";
            default -> throw new IllegalArgumentException("No date function: " + function);
        };
    }

    static FieldType type(SoqlFunction function) {
        return function == SoqlFunction.DAY_ONLY ? FieldType.DATE : FieldType.INT;
    }

    /** Whether the function needs a time of day. */
    static boolean needsTime(SoqlFunction function) {
        return function == SoqlFunction.HOUR_IN_DAY || function == SoqlFunction.DAY_ONLY;
    }

    private static String number(String date, int from, int length) {
        return "CAST(substr(" + date + ", " + from + ", " + length + ") AS INTEGER)";
    }

    private static String dayInYear(String date) {
        return "CAST(strftime('%j', " + date + ") AS INTEGER)";
    }
}
