package dev.orgbench.mcp.client;

import java.time.Duration;

/**
 * How long a request is waited for. A report of progress begins the time anew, within bounds (2025-11-25, lifecycle,
 * "Timeouts"), and while a person thinks about a question no time passes.
 */
final class Patience {
    /** A server that reports progress for ever is given up after this many times the timeout. */
    private static final int MOST_RENEWED = 12;

    private final Duration timeout;
    private final Questions questions;
    private final long begun = System.nanoTime();
    private volatile long renewed = begun;

    Patience(Duration timeout, Questions questions) {
        this.timeout = timeout;
        this.questions = questions;
    }

    /** For streams that stay open. */
    static Patience endless(Questions questions) {
        return new Patience(Duration.ofDays(3_650), questions);
    }

    Duration timeout() {
        return timeout;
    }

    /** The server is at work. */
    void renew() {
        renewed = System.nanoTime();
    }

    /** Nanoseconds that are left; none or fewer when it is over. */
    long left() {
        long now = System.nanoTime();
        long silent = Math.min(now - renewed, questions.silentSince(now));
        if (silent > 0 && now - begun > MOST_RENEWED * (double) timeout.toNanos()) {
            return 0;
        }
        return timeout.toNanos() - silent;
    }
}
