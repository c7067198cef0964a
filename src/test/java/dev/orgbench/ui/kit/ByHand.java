package dev.orgbench.ui.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** An executor that runs what it was given when a test says so. */
public final class ByHand implements Executor {
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public synchronized void execute(Runnable command) {
        waiting.add(command);
    }

    /** How much waits. */
    public synchronized int size() {
        return waiting.size();
    }

    /** Runs all that waits. */
    public void runAll() {
        for (Runnable next = poll(); next != null; next = poll()) {
            next.run();
        }
    }

    private synchronized @org.jspecify.annotations.Nullable Runnable poll() {
        return waiting.poll();
    }
}
