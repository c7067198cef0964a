package dev.orgbench.ui.kit;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Runs each piece of work on a virtual thread of its own. */
public final class VirtualThreads implements Background {
    private final Executor screen;

    /** @param screen runs what it is given on the screen's thread: {@code Platform::runLater} */
    public VirtualThreads(Executor screen) {
        this.screen = screen;
    }

    @Override
    public <T> Job run(Work<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        AtomicBoolean cancelled = new AtomicBoolean();
        Thread thread = Thread.ofVirtual().name("background").start(() -> {
            Runnable outcome = outcome(work, done, failed);
            screen.execute(() -> {
                // Checked here, on the screen's thread, so that a cancel there can never be overtaken.
                if (!cancelled.get()) {
                    outcome.run();
                }
            });
        });
        return () -> {
            cancelled.set(true);
            thread.interrupt();
        };
    }

    private static <T> Runnable outcome(Work<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        try {
            T result = work.call();
            return () -> done.accept(result);
        } catch (Exception e) {
            return () -> failed.accept(e);
        } catch (Error e) {
            // A class that is missing, a text nested too deeply: the screen must not wait for ever.
            return () -> failed.accept(new IllegalStateException(e));
        }
    }
}
