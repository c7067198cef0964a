package dev.orgbench.mcp.server;

/** A request that is being worked on by the thread that made this, and may be cancelled by another until it is closed. */
final class Running implements AutoCloseable {
    private final Thread worker = Thread.currentThread();
    private boolean over;
    private boolean cancelled;

    synchronized void cancel() {
        if (!over && !cancelled) {
            cancelled = true;
            worker.interrupt();
        }
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    /** The thread is not interrupted on this account any more, nor left so. */
    @Override
    public synchronized void close() {
        over = true;
        if (cancelled) {
            Thread.interrupted();
        }
    }
}
