package dev.orgbench.soql;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The functions of SOQL. */
public enum SoqlFunction {
    COUNT("COUNT", Kind.AGGREGATE, 0, 1),
    COUNT_DISTINCT("COUNT_DISTINCT", Kind.AGGREGATE, 1, 1),
    SUM("SUM", Kind.AGGREGATE, 1, 1),
    AVG("AVG", Kind.AGGREGATE, 1, 1),
    MIN("MIN", Kind.AGGREGATE, 1, 1),
    MAX("MAX", Kind.AGGREGATE, 1, 1),
    GROUPING("GROUPING", Kind.GROUPING, 1, 1),
    CALENDAR_MONTH("CALENDAR_MONTH", Kind.DATE, 1, 1),
    CALENDAR_QUARTER("CALENDAR_QUARTER", Kind.DATE, 1, 1),
    CALENDAR_YEAR("CALENDAR_YEAR", Kind.DATE, 1, 1),
    DAY_IN_MONTH("DAY_IN_MONTH", Kind.DATE, 1, 1),
    DAY_IN_WEEK("DAY_IN_WEEK", Kind.DATE, 1, 1),
    DAY_IN_YEAR("DAY_IN_YEAR", Kind.DATE, 1, 1),
    DAY_ONLY("DAY_ONLY", Kind.DATE, 1, 1),
    FISCAL_MONTH("FISCAL_MONTH", Kind.DATE, 1, 1),
    FISCAL_QUARTER("FISCAL_QUARTER", Kind.DATE, 1, 1),
    FISCAL_YEAR("FISCAL_YEAR", Kind.DATE, 1, 1),
    HOUR_IN_DAY("HOUR_IN_DAY", Kind.DATE, 1, 1),
    WEEK_IN_MONTH("WEEK_IN_MONTH", Kind.DATE, 1, 1),
    WEEK_IN_YEAR("WEEK_IN_YEAR", Kind.DATE, 1, 1),
    CONVERT_TIMEZONE("convertTimezone", Kind.CONVERSION, 1, 1),
    CONVERT_CURRENCY("convertCurrency", Kind.CONVERSION, 1, 1),
    TO_LABEL("toLabel", Kind.CONVERSION, 1, 1),
    FORMAT("FORMAT", Kind.CONVERSION, 1, 1),
    DISTANCE("DISTANCE", Kind.LOCATION, 3, 3),
    GEOLOCATION("GEOLOCATION", Kind.LOCATION, 2, 2);

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

    SoqlFunction(String soqlName, Kind kind, int fewestArguments, int mostArguments) {
        this.soqlName = soqlName;
        this.kind = kind;
        this.fewestArguments = fewestArguments;
        this.mostArguments = mostArguments;
    }

    /** The name as the documentation writes it. */
    public String soqlName() {
        return soqlName;
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
