package dev.orgbench.soql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The date literals of SOQL: spans of days relative to today. */
public enum DateKeyword {
    YESTERDAY(Unit.DAY, Span.LAST, 1),
    TODAY(Unit.DAY, Span.THIS, 0),
    TOMORROW(Unit.DAY, Span.NEXT, 1),
    LAST_WEEK(Unit.WEEK, Span.LAST, 1),
    THIS_WEEK(Unit.WEEK, Span.THIS, 0),
    NEXT_WEEK(Unit.WEEK, Span.NEXT, 1),
    LAST_MONTH(Unit.MONTH, Span.LAST, 1),
    THIS_MONTH(Unit.MONTH, Span.THIS, 0),
    NEXT_MONTH(Unit.MONTH, Span.NEXT, 1),
    LAST_QUARTER(Unit.QUARTER, Span.LAST, 1),
    THIS_QUARTER(Unit.QUARTER, Span.THIS, 0),
    NEXT_QUARTER(Unit.QUARTER, Span.NEXT, 1),
    LAST_YEAR(Unit.YEAR, Span.LAST, 1),
    THIS_YEAR(Unit.YEAR, Span.THIS, 0),
    NEXT_YEAR(Unit.YEAR, Span.NEXT, 1),
    LAST_FISCAL_QUARTER(Unit.FISCAL_QUARTER, Span.LAST, 1),
    THIS_FISCAL_QUARTER(Unit.FISCAL_QUARTER, Span.THIS, 0),
    NEXT_FISCAL_QUARTER(Unit.FISCAL_QUARTER, Span.NEXT, 1),
    LAST_FISCAL_YEAR(Unit.FISCAL_YEAR, Span.LAST, 1),
    THIS_FISCAL_YEAR(Unit.FISCAL_YEAR, Span.THIS, 0),
    NEXT_FISCAL_YEAR(Unit.FISCAL_YEAR, Span.NEXT, 1),
    LAST_90_DAYS(Unit.DAY, Span.LAST_N, 90),
    NEXT_90_DAYS(Unit.DAY, Span.NEXT_N, 90),
    LAST_N_DAYS(Unit.DAY, Span.LAST_N, -1),
    NEXT_N_DAYS(Unit.DAY, Span.NEXT_N, -1),
    N_DAYS_AGO(Unit.DAY, Span.N_AGO, -1),
    LAST_N_WEEKS(Unit.WEEK, Span.LAST_N, -1),
    NEXT_N_WEEKS(Unit.WEEK, Span.NEXT_N, -1),
    N_WEEKS_AGO(Unit.WEEK, Span.N_AGO, -1),
    LAST_N_MONTHS(Unit.MONTH, Span.LAST_N, -1),
    NEXT_N_MONTHS(Unit.MONTH, Span.NEXT_N, -1),
    N_MONTHS_AGO(Unit.MONTH, Span.N_AGO, -1),
    LAST_N_QUARTERS(Unit.QUARTER, Span.LAST_N, -1),
    NEXT_N_QUARTERS(Unit.QUARTER, Span.NEXT_N, -1),
    N_QUARTERS_AGO(Unit.QUARTER, Span.N_AGO, -1),
    LAST_N_YEARS(Unit.YEAR, Span.LAST_N, -1),
    NEXT_N_YEARS(Unit.YEAR, Span.NEXT_N, -1),
    N_YEARS_AGO(Unit.YEAR, Span.N_AGO, -1),
    LAST_N_FISCAL_QUARTERS(Unit.FISCAL_QUARTER, Span.LAST_N, -1),
    NEXT_N_FISCAL_QUARTERS(Unit.FISCAL_QUARTER, Span.NEXT_N, -1),
    N_FISCAL_QUARTERS_AGO(Unit.FISCAL_QUARTER, Span.N_AGO, -1),
    LAST_N_FISCAL_YEARS(Unit.FISCAL_YEAR, Span.LAST_N, -1),
    NEXT_N_FISCAL_YEARS(Unit.FISCAL_YEAR, Span.NEXT_N, -1),
    N_FISCAL_YEARS_AGO(Unit.FISCAL_YEAR, Span.N_AGO, -1);

    /** What is counted. */
    public enum Unit {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR,
        FISCAL_QUARTER,
        FISCAL_YEAR
    }

    /** Which of them, seen from today. */
    public enum Span {
        /** The one before. */
        LAST,
        THIS,
        NEXT,
        /** The last n. */
        LAST_N,
        NEXT_N,
        /** The single one that was n ago. */
        N_AGO
    }

    private static final Map<String, DateKeyword> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

    private static final List<String> NAMES =
            Stream.of(values()).map(Enum::name).toList();

    private final Unit unit;
    private final Span span;
    private final int ownNumber;

    DateKeyword(Unit unit, Span span, int ownNumber) {
        this.unit = unit;
        this.span = span;
        this.ownNumber = ownNumber;
    }

    public Unit unit() {
        return unit;
    }

    public Span span() {
        return span;
    }

    /** Whether a colon and a number must follow. */
    public boolean isCounted() {
        return ownNumber < 0;
    }

    static List<String> names() {
        return NAMES;
    }

    /** What it covers, in a few words: {@code the last n weeks}. */
    public String explanation() {
        String one = unit.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String n = isCounted() ? "n" : String.valueOf(ownNumber);
        return switch (span) {
            case LAST -> unit == Unit.DAY ? "the day before today" : "the " + one + " before this one";
            case THIS -> unit == Unit.DAY ? "the whole day" : "the " + one + " we are in";
            case NEXT -> unit == Unit.DAY ? "the day after today" : "the " + one + " after this one";
            case LAST_N -> "the last " + n + " " + one + "s";
            case NEXT_N -> "the next " + n + " " + one + "s";
            case N_AGO -> "the " + one + " n " + one + "s ago";
        };
    }

    int ownNumber() {
        return ownNumber;
    }

    /** The literal of that name, in any case. */
    public static Optional<DateKeyword> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toUpperCase(Locale.ROOT)));
    }
}
