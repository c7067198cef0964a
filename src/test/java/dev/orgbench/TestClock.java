package dev.orgbench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
public final class TestClock extends Clock {
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private volatile Instant now;

    /** It stands at noon of 22 November 2026. */
    public TestClock() {
        this(NOON);
    }

    public TestClock(Instant start) {
        this.now = start;
    }

    public synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
