package dev.orgbench.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Gathers events from any thread and hands them over in batches, so that a busy feed costs the screen a few updates a
 * second and not one for each event.
 */
public final class Batches<T> {
    private final Executor screen;
    private final Consumer<List<T>> receiver;
    private final Object lock = new Object();
    private List<T> waiting = new ArrayList<>();

    /**
     * @param screen runs a hand-over on the screen's thread, a moment later
     * @param receiver gets the events in the order in which they came
     */
    public Batches(Executor screen, Consumer<List<T>> receiver) {
        this.screen = screen;
        this.receiver = receiver;
    }

    /** Takes one event; returns at once. */
    public void add(T event) {
        boolean first;
        synchronized (lock) {
            first = waiting.isEmpty();
            waiting.add(event);
        }
        if (first) {
            screen.execute(this::handOver);
        }
    }

    private void handOver() {
        List<T> batch;
        synchronized (lock) {
            batch = waiting;
            waiting = new ArrayList<>();
        }
        receiver.accept(batch);
    }
}
