package dev.orgbench.demo.data;

import java.time.Instant;

/**
 * Who writes, and when.
 *
 * @param at as date-times are stored: {@code 2026-11-22T09:30:00.000Z}
 */
public record Stamp(String userId, String at) {
    public static Stamp of(String userId, Instant at) {
        return new Stamp(userId, Times.dateTime(at));
    }
}
