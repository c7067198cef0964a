package dev.orgbench.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;

/** JavaFX's thread, for what opens windows without TestFX: benches, pictures. */
public final class FxThread {
    private static boolean running;

    private FxThread() {}

    /** Starts the toolkit, unless it runs: once for all windows of the process, which stays when they are closed. */
    public static synchronized void start() throws InterruptedException {
        if (running) {
            return;
        }
        running = true;
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
    }

    /** Does it there and waits for what comes of it. */
    public static <T> T get(Callable<T> work) throws ExecutionException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }

    /** Does it there and waits until it is done. */
    public static void run(Runnable work) throws ExecutionException, InterruptedException {
        get(() -> {
            work.run();
            return true;
        });
    }
}
