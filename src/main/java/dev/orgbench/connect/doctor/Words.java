package dev.orgbench.connect.doctor;

import java.time.Duration;

/** Times and spans as short words. */
final class Words {
    private Words() {}

    /** {@code 4 ms}, {@code 1.2 s}. */
    static String time(Duration took) {
        long millis = Math.max(1, took.toMillis());
        return millis < 1_000 ? millis + " ms" : millis / 1_000 + "." + millis % 1_000 / 100 + " s";
    }

    /** {@code 6 h}, {@code 12 min}, {@code 3 days}. */
    static String span(Duration left) {
        if (left.toHours() >= 48) {
            return left.toDays() + " days";
        }
        return left.toHours() >= 2 ? left.toHours() + " h" : Math.max(1, left.toMinutes()) + " min";
    }
}
