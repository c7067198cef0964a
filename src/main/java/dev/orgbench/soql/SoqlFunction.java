package dev.orgbench.soql;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The functions of SOQL. */
public enum SoqlFunction {
    COUNT("COUNT", Kind.AGGREGATE, 0, 1, "how many records have a value"),
    COUNT_DISTINCT("COUNT_DISTINCT", Kind.AGGREGATE, 1, 1, "how many different values"),
    SUM("SUM", Kind.AGGREGATE, 1, 1, "the sum"),
    AVG("AVG", Kind.AGGREGATE, 1, 1, "the average"),
    MIN("MIN", Kind.AGGREGATE, 1, 1, "the least value"),
    MAX("MAX", Kind.AGGREGATE, 1, 1, "the greatest value"),
    GROUPING("GROUPING", Kind.GROUPING, 1, 1, "1 in the rows of subtotals, else 0"),
    CALENDAR_MONTH("CALENDAR_MONTH", Kind.DATE, 1, 1, "the month, 1 to 12"),
    CALENDAR_QUARTER("CALENDAR_QUARTER", Kind.DATE, 1, 1, "the quarter, 1 to 4"),
    CALENDAR_YEAR("CALENDAR_YEAR", Kind.DATE, 1, 1, "the year"),
    DAY_IN_MONTH("DAY_IN_MONTH", Kind.DATE, 1, 1, "the day of the month, 1 to 31"),
    DAY_IN_WEEK("DAY_IN_WEEK", Kind.DATE, 1, 1, "the day of the week, 1 for Sunday"),
    DAY_IN_YEAR("DAY_IN_YEAR", Kind.DATE, 1, 1, "the day of the year"),
    DAY_ONLY("DAY_ONLY", Kind.DATE, 1, 1, "the day of a date and time"),
    FISCAL_MONTH("FISCAL_MONTH", Kind.DATE, 1, 1, "the month of the fiscal year"),
    FISCAL_QUARTER("FISCAL_QUARTER", Kind.DATE, 1, 1, "the fiscal quarter"),
    FISCAL_YEAR("FISCAL_YEAR", Kind.DATE, 1, 1, "the fiscal year"),
    HOUR_IN_DAY("HOUR_IN_DAY", Kind.DATE, 1, 1, "the hour, 0 to 23"),
    WEEK_IN_MONTH("WEEK_IN_MONTH", Kind.DATE, 1, 1, "the week of the month"),
    WEEK_IN_YEAR("WEEK_IN_YEAR", Kind.DATE, 1, 1, "the week of the year"),
    CONVERT_TIMEZONE("convertTimezone", Kind.CONVERSION, 1, 1, "the time in the user's zone"),
    CONVERT_CURRENCY("convertCurrency", Kind.CONVERSION, 1, 1, "the amount in the user's currency"),
    TO_LABEL("toLabel", Kind.CONVERSION, 1, 1, "the label that people see"),
    FORMAT("FORMAT", Kind.CONVERSION, 1, 1, "as the user's locale writes it"),
    DISTANCE("DISTANCE", Kind.LOCATION, 3, 3, "the distance between two places"),
    GEOLOCATION("GEOLOCATION", Kind.LOCATION, 2, 2, "a place by latitude and longitude");

    /** What a function works on. */
    public enum Kind {
        /** Many rows to one value. */
        AGGREGATE,
        GROUPING,
        /** A part of a date. */
        DATE,
        /** A value shown otherwise. */
        CONVERSION,
        LOCATION
    }

    private static final Map<String, SoqlFunction> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(f -> key(f.soqlName), Function.identity()));

    private final String soqlName;
    private final Kind kind;
    private final int fewestArguments;
    private final int mostArguments;
    private final String explanation;

    SoqlFunction(String soqlName, Kind kind, int fewestArguments, int mostArguments, String explanation) {
        this.soqlName = soqlName;
        this.kind = kind;
        this.fewestArguments = fewestArguments;
        this.mostArguments = mostArguments;
        this.explanation = explanation;
    }

    /** The name as the documentation writes it. */
    public String soqlName() {
        return soqlName;
    }

    /** What it makes, in a few words. */
    public String explanation() {
        return explanation;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isAggregate() {
        return kind == Kind.AGGREGATE;
    }

    boolean takes(int arguments) {
        return arguments >= fewestArguments && arguments <= mostArguments;
    }

    boolean takesMoreThan(int arguments) {
        return arguments < mostArguments;
    }

    /** The function of that name, in any case. */
    public static Optional<SoqlFunction> named(String name) {
        return Optional.ofNullable(BY_NAME.get(key(name)));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
