package dev.orgbench.demo.data;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Who writes, and when.
 *
 * @param at as date-times are stored: {@code 2026-11-22T09:30:00.000Z}
 */
public record Stamp(String userId, String at) {
    private static final DateTimeFormatter STORED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    public static Stamp of(String userId, Instant at) {
        return new Stamp(userId, stored(at));
    }

    /** An instant as date-times are stored. */
    public static String stored(Instant at) {
        return STORED.format(at);
    }
}
