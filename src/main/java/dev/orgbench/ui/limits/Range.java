package dev.orgbench.ui.limits;

import java.time.Duration;
import java.time.Instant;

/** How far the chart looks back. */
enum Range {
    DAY("24 h", "last 24 hours", Duration.ofDays(1), Duration.ofMinutes(30)),
    WEEK("7 days", "last 7 days", Duration.ofDays(7), Duration.ofHours(3));

    private final String label;
    private final String words;
    private final Duration length;
    private final Duration stretch;

    Range(String label, String words, Duration length, Duration stretch) {
        this.label = label;
        this.words = words;
        this.length = length;
        this.stretch = stretch;
    }

    String label() {
        return label;
    }

    /** {@code last 24 hours}. */
    String words() {
        return words;
    }

    /** How much time one bar stands for. */
    Duration stretch() {
        return stretch;
    }

    /** The begin of the first bar; the last one holds {@code now}. */
    Instant from(Instant now) {
        long seconds = stretch.toSeconds();
        long next = (now.getEpochSecond() / seconds + 1) * seconds;
        return Instant.ofEpochSecond(next).minus(length);
    }

    int bars() {
        return (int) (length.toSeconds() / stretch.toSeconds());
    }
}
