package dev.orgbench.ui.traffic;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Messages that follow close on each other, as calls side by side do. They share one time scale, so that
 * their bars can be compared; between bursts may lie hours.
 */
final class Burst {
    /** Shorter than an agent thinks between two calls: with its thinking on the scale the calls would be specks. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration SHORTEST_SCALE = Duration.ofMillis(100);

    private final Instant start;
    private final ReadOnlyObjectWrapper<Instant> end;

    Burst(Instant start) {
        this.start = start;
        this.end = new ReadOnlyObjectWrapper<>(start.plus(SHORTEST_SCALE));
    }

    /** Whether a message that starts then still belongs to it. */
    boolean takes(Instant started) {
        return started.isBefore(end.get().plus(PAUSE)) && started.isBefore(start.plus(LONGEST));
    }

    /** Widens the scale so that it reaches {@code instant}. */
    void reach(Instant instant) {
        if (instant.isAfter(end.get())) {
            end.set(instant);
        }
    }

    /** Where the scale ends now. */
    ReadOnlyObjectProperty<Instant> endProperty() {
        return end.getReadOnlyProperty();
    }

    /** A moment's place on the scale, 0 to 1. */
    double place(Instant instant) {
        return share(Duration.between(start, instant));
    }

    /** A time's share of the scale. */
    double share(Duration duration) {
        return (double) duration.toNanos() / Duration.between(start, end.get()).toNanos();
    }
}
