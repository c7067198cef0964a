package dev.orgbench.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/**
 * Watches the window's thread: how long it ever worked without turning to the next event. Processor time, not the
 * clock's, so that a busy machine does not count. A beat after each event tells one stretch from the next.
 */
final class LongestStretch implements AutoCloseable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final AtomicBoolean over = new AtomicBoolean();
    private long last;
    private volatile long longest;

    LongestStretch() {
        Platform.runLater(this::first);
    }

    /** The longest stretch until now, in milliseconds. */
    double millis() {
        return longest / 1e6;
    }

    @Override
    public void close() {
        over.set(true);
    }

    private void first() {
        last = THREADS.getCurrentThreadCpuTime();
        beatLater();
    }

    private void beat() {
        long now = THREADS.getCurrentThreadCpuTime();
        longest = Math.max(longest, now - last);
        last = now;
        beatLater();
    }

    private void beatLater() {
        if (!over.get()) {
            Platform.runLater(this::beat);
        }
    }
}
