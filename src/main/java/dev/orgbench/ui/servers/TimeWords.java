package dev.orgbench.ui.servers;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as a person says them, seen from now. */
final class TimeWords {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final Duration JUST_NOW = Duration.ofSeconds(10);
    private static final int DAYS_OF_A_YEAR = 365;
    private static final int MANY_DAYS = 2 * DAYS_OF_A_YEAR;

    private TimeWords() {}

    /** {@code never}, {@code in 6 h 12 m}, {@code 2 h ago}. */
    static String expiry(@Nullable Instant at, Instant now) {
        if (at == null) {
            return "never";
        }
        return at.isAfter(now) ? "in " + span(Duration.between(now, at)) : span(Duration.between(at, now)) + " ago";
    }

    /** {@code never}, {@code now}, {@code 10:42}, {@code 3 Nov}. */
    static String past(@Nullable Instant at, Instant now, ZoneId zone) {
        if (at == null) {
            return "never";
        }
        if (Duration.between(at, now).compareTo(JUST_NOW) < 0) {
            return "now";
        }
        ZonedDateTime there = at.atZone(zone);
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (there.toLocalDate().equals(today)) {
            return there.format(CLOCK);
        }
        return there.format(there.getYear() == today.getYear() ? DAY : DAY_OF_YEAR);
    }

    /** {@code 3 Nov 2026, 10:42}. */
    static String exact(Instant at, ZoneId zone) {
        ZonedDateTime there = at.atZone(zone);
        return there.format(DAY_OF_YEAR) + ", " + there.format(CLOCK);
    }

    /** Its two largest units, the rest cut off. */
    private static String span(Duration length) {
        long days = length.toDays();
        if (days >= MANY_DAYS) {
            return String.format(Locale.ROOT, "%,d years", days / DAYS_OF_A_YEAR);
        }
        if (days > 0) {
            return days >= 10 ? days + " d" : two(days + " d", length.toHoursPart(), " h");
        }
        if (length.toHours() > 0) {
            return two(length.toHours() + " h", length.toMinutesPart(), " m");
        }
        return length.toMinutes() > 0 ? length.toMinutes() + " m" : length.toSeconds() + " s";
    }

    private static String two(String first, int second, String unit) {
        return second == 0 ? first : first + " " + second + unit;
    }
}
