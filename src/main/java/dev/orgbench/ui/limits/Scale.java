package dev.orgbench.ui.limits;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where a chart's lines stand: round numbers, round times. */
final class Scale {
    private static final int LINES = 4;
    private static final long THOUSAND = 1_000;
    private static final int HOURS_BETWEEN = 4;

    private Scale() {}

    /** The mark on an axis and where it stands. */
    record Mark(Instant at, String label) {}

    /** Values of lines from 0 to one that is not below {@code highest}, evenly apart. */
    static List<Long> values(long highest) {
        long step = step(Math.max(1, highest));
        List<Long> values = new ArrayList<>();
        for (long value = 0; value < highest + step || values.size() < 2; value += step) {
            values.add(value);
            if (value >= highest && values.size() > 1) {
                break;
            }
        }
        return values;
    }

    private static long step(long highest) {
        long power = 1;
        while (true) {
            for (long factor : new long[] {1, 2, 5}) {
                if (factor * power * LINES >= highest) {
                    return factor * power;
                }
            }
            if (power > Long.MAX_VALUE / 100) {
                return power;
            }
            power *= 10;
        }
    }

    /** {@code 500}, {@code 10k}, {@code 2.5M}. */
    static String label(long value) {
        if (value >= THOUSAND * THOUSAND) {
            return trimmed(value / 1e6) + "M";
        }
        return value >= 10 * THOUSAND ? trimmed(value / 1e3) + "k" : String.format(Locale.ROOT, "%,d", value);
    }

    private static String trimmed(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
    }

    /** Marks at round local times. */
    static List<Mark> times(Range range, Instant from, Instant to, ZoneId zone) {
        List<Mark> marks = new ArrayList<>();
        ZonedDateTime at = from.atZone(zone).with(LocalTime.MIDNIGHT);
        DateTimeFormatter words = DateTimeFormatter.ofPattern(range == Range.DAY ? "HH:mm" : "EEE d", Locale.ENGLISH);
        while (at.toInstant().isBefore(to)) {
            if (!at.toInstant().isBefore(from)) {
                marks.add(new Mark(at.toInstant(), words.format(at)));
            }
            at = range == Range.DAY ? at.plusHours(HOURS_BETWEEN) : at.plusDays(1);
        }
        return marks;
    }
}
