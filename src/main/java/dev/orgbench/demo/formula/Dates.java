package dev.orgbench.demo.formula;

import dev.orgbench.demo.data.Times;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Functions of dates and times, which come as columns hold them. A date-time's date is that of the user's time zone, its
 * text that of GMT (not confirmed).
 */
final class Dates {
    private static final int DATE_LENGTH = 10;
    private static final double DAY_MILLIS = 86_400_000;
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private Dates() {}

    static void addTo(FormulaFunctions functions, Clock clock) {
        functions.add("today", 0, _ -> Times.date(LocalDate.now(clock)));
        functions.add("now", 0, _ -> Times.dateTime(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        functions.add("date", 3, in -> date(LocalDate.of(in.whole(0), in.whole(1), in.whole(2))));
        functions.add("date_of", 1, in -> dateOf(in.text(0), clock));
        functions.add("time_of", 1, in -> timeOf(in.text(0)));
        functions.add("hours_of", 1, in -> hoursOf(in.text(0)));
        functions.add("zulu", 1, in -> in.text(0).substring(0, 19).replace('T', ' ') + "Z");
        functions.add("add_months", 2, in -> addMonths(in.text(0), in.whole(1)));
        functions.add("plus", 2, Dates::plus);
        functions.add("between", 2, in -> between(in.text(0), in.text(1)));
    }

    private static String dateOf(String text, Clock clock) {
        return isDateTime(text)
                ? date(LocalDate.ofInstant(Instant.parse(text), clock.getZone()))
                : date(LocalDate.parse(text.strip()));
    }

    private static String timeOf(String text) {
        if (isDateTime(text)) {
            return text;
        }
        String stripped = text.strip();
        LocalDateTime time = stripped.length() == DATE_LENGTH
                ? LocalDate.parse(stripped).atStartOfDay()
                : LocalDateTime.parse(stripped.replace(' ', 'T').replaceFirst("Z$", ""));
        return dateTime(time);
    }

    private static String hoursOf(String text) {
        return isDateTime(text)
                ? text.substring(DATE_LENGTH + 1)
                : Times.time(LocalTime.parse(text.strip().replaceFirst("Z$", "")));
    }

    /** The last day of a month stays one. (Salesforce Help, "ADDMONTHS".) */
    private static String addMonths(String text, int months) {
        LocalDate before = LocalDate.parse(text.substring(0, DATE_LENGTH));
        YearMonth month = YearMonth.from(before).plusMonths(months);
        boolean last = before.getDayOfMonth() == before.lengthOfMonth();
        int day = last ? month.lengthOfMonth() : Math.min(before.getDayOfMonth(), month.lengthOfMonth());
        return date(month.atDay(day)) + text.substring(DATE_LENGTH);
    }

    /** Days to a date or date-time, of which a date takes whole ones; milliseconds to a time. */
    private static String plus(FormulaFunctions.Arguments in) throws SQLException {
        String text = in.text(0);
        double amount = in.number(1);
        if (text.length() == DATE_LENGTH) {
            return date(LocalDate.parse(text).plusDays((long) amount));
        }
        if (isDateTime(text)) {
            return dateTime(utc(text).plus(Math.round(amount * DAY_MILLIS), ChronoUnit.MILLIS));
        }
        return Times.time(time(text).plus((long) amount, ChronoUnit.MILLIS));
    }

    /** Days, with their parts; between times milliseconds. */
    private static double between(String from, String to) {
        if (from.length() == DATE_LENGTH) {
            return ChronoUnit.DAYS.between(LocalDate.parse(from), LocalDate.parse(to));
        }
        return isDateTime(from)
                ? Duration.between(utc(from), utc(to)).toMillis() / DAY_MILLIS
                : Duration.between(time(from), time(to)).toMillis();
    }

    private static boolean isDateTime(String text) {
        return text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == 'T' && text.endsWith("Z");
    }

    private static LocalDateTime utc(String text) {
        return LocalDateTime.ofInstant(Instant.parse(text), ZoneOffset.UTC);
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.substring(0, text.length() - 1));
    }

    private static String date(LocalDate date) {
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw new DateTimeException("Not of four digits: " + date);
        }
        return Times.date(date);
    }

    private static String dateTime(LocalDateTime time) {
        date(time.toLocalDate());
        return Times.dateTime(time.toInstant(ZoneOffset.UTC));
    }
}
