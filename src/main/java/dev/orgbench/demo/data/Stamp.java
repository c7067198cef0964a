package dev.orgbench.demo.data;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * Who writes, and when.
 *
 * @param at as date-times are stored: {@code 2026-11-22T09:30:00.000Z}
 */
public record Stamp(String userId, String at) {
    private static final DateTimeFormatter STORED =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    public static Stamp of(String userId, Instant at) {
        return new Stamp(userId, stored(at));
    }

    /** An instant as date-times are stored. */
    public static String stored(Instant at) {
        return STORED.format(at);
    }
}
