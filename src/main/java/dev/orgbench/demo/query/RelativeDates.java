package dev.orgbench.demo.query;

import dev.orgbench.soql.DateKeyword;
import dev.orgbench.soql.Value.RelativeDate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * Which days a date literal means. (SOQL and SOSL Reference, "Date Formats and Date Literals in
 * WHERE".)
 */
final class RelativeDates {
    /** Dates are compared as text, so years keep four digits, in whatever time zone. */
    private static final LocalDate FIRST = LocalDate.of(1, 1, 2);

    private static final LocalDate LAST = LocalDate.of(9999, 12, 30);

    private final Clock clock;
    private final UserTime time;
    private final FiscalYear fiscalYear;

    RelativeDates(Clock clock, Asker asker) {
        this.clock = clock;
        this.time = asker.time();
        this.fiscalYear = asker.fiscalYear();
    }

    /** Days from {@code from} on, {@code until} not included. */
    record Days(LocalDate from, LocalDate until) {}

    Days days(RelativeDate literal) {
        DateKeyword.Unit unit = literal.keyword().unit();
        int n = literal.n();
        LocalDate today = LocalDate.now(clock.withZone(time.zone()));
        LocalDate current = startOf(unit, today);
        // Of days, "the last n" goes on to the end of today; of all longer spans it ends with the last whole one.
        LocalDate lastEnd = unit == DateKeyword.Unit.DAY ? today.plusDays(1) : current;
        Days days =
                switch (literal.keyword().span()) {
                    case THIS -> new Days(current, plus(current, unit, 1));
                    case LAST -> new Days(plus(current, unit, -1), current);
                    case NEXT -> new Days(plus(current, unit, 1), plus(current, unit, 2));
                    case N_AGO -> new Days(plus(current, unit, -n), plus(current, unit, -n + 1L));
                    case LAST_N -> new Days(plus(current, unit, -n), lastEnd);
                    case NEXT_N -> new Days(plus(current, unit, 1), plus(current, unit, n + 1L));
                };
        return new Days(bounded(days.from), bounded(days.until));
    }

    ZoneId zone() {
        return time.zone();
    }

    private LocalDate startOf(DateKeyword.Unit unit, LocalDate day) {
        return switch (unit) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(time.firstDay()));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> FiscalYear.CALENDAR.quarterOf(day);
            case FISCAL_QUARTER -> fiscalYear.quarterOf(day);
            case YEAR -> FiscalYear.CALENDAR.yearOf(day);
            case FISCAL_YEAR -> fiscalYear.yearOf(day);
        };
    }

    private static LocalDate plus(LocalDate day, DateKeyword.Unit unit, long count) {
        // A number of any size is allowed in SOQL; no calendar needs more.
        long n = Math.clamp(count, -100_000_000L, 100_000_000L);
        return switch (unit) {
            case DAY -> day.plusDays(n);
            case WEEK -> day.plusWeeks(n);
            case MONTH -> day.plusMonths(n);
            case QUARTER, FISCAL_QUARTER -> day.plusMonths(3 * n);
            case YEAR, FISCAL_YEAR -> day.plusYears(n);
        };
    }

    private static LocalDate bounded(LocalDate day) {
        if (day.isBefore(FIRST)) {
            return FIRST;
        }
        return day.isAfter(LAST) ? LAST : day;
    }
}
