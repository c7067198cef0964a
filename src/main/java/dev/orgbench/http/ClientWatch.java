package dev.orgbench.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts the thread that made it if the client closes its connection before this is closed: nobody waits for the
 * answer any more. Once closed, the thread is not interrupted on this account, nor left so.
 */
public final class ClientWatch implements AutoCloseable {
    private static final long GLANCE_MILLIS = 250;

    private final Thread worker = Thread.currentThread();
    private final Scheduler scheduler;
    private final @Nullable WatchedEndPoint client;
    private Scheduler.@Nullable Task next;
    private boolean over;
    private boolean interrupted;

    ClientWatch(Scheduler scheduler, @Nullable WatchedEndPoint client) {
        this.scheduler = scheduler;
        this.client = client;
        glanceLater();
    }

    @Override
    public synchronized void close() {
        over = true;
        if (next != null) {
            next.cancel();
        }
        if (interrupted) {
            Thread.interrupted();
        }
    }

    private synchronized void glanceLater() {
        if (client != null) {
            next = scheduler.schedule(this::glance, GLANCE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void glance() {
        if (over || client == null) {
            return;
        }
        if (client.isClientGone()) {
            interrupted = true;
            worker.interrupt();
        } else {
            glanceLater();
        }
    }
}
