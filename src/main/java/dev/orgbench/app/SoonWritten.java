package dev.orgbench.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writes something a moment after it changed, however often it changes meanwhile, away from the caller's thread. */
final class SoonWritten implements AutoCloseable {
    private static final int DELAY_MILLIS = 300;
    private static final int PAUSE_SECONDS = 5;

    private final ExecutorService writer;
    private final Executor later;
    private final Executor muchLater;
    private final Runnable write;
    private final AtomicBoolean waiting = new AtomicBoolean();

    /** @param write never called by two threads at once */
    SoonWritten(String name, Runnable write) {
        this.write = write;
        writer = Executors.newSingleThreadExecutor(Thread.ofVirtual().name(name).factory());
        later = CompletableFuture.delayedExecutor(DELAY_MILLIS, TimeUnit.MILLISECONDS, writer);
        muchLater = CompletableFuture.delayedExecutor(PAUSE_SECONDS, TimeUnit.SECONDS, writer);
    }

    /** Something changed. */
    void changed() {
        if (!writer.isShutdown() && waiting.compareAndSet(false, true)) {
            later.execute(this::flush);
        }
    }

    /** It could not be written: tried again in a few seconds, or with the next change if that comes first. */
    void again() {
        if (!writer.isShutdown()) {
            muchLater.execute(this::changed);
        }
    }

    /** All is written when this returns. */
    @Override
    public void close() {
        writer.close();
        flush();
    }

    private void flush() {
        waiting.set(false);
        write.run();
    }
}
