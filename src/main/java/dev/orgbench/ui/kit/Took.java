package dev.orgbench.ui.kit;

import java.time.Duration;
import java.util.Locale;

/** How long something took, as a person reads it. */
public final class Took {
    private Took() {}

    /** {@code 0.4 ms}, {@code 14 ms}, {@code 2.31 s}. */
    public static String words(Duration took) {
        double millis = took.toNanos() / 1e6;
        String form = millis >= 1_000 ? "%.2f s" : millis >= 10 || millis == 0 ? "%.0f ms" : "%.1f ms";
        return String.format(Locale.ROOT, form, millis >= 1_000 ? millis / 1_000 : millis);
    }
}
