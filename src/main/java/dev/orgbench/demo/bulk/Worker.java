package dev.orgbench.demo.bulk;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does jobs one after the other on a thread of its own. */
final class Worker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final long CLOSING_MILLIS = 5_000;
    /** Wakes the thread that waits for a job, so that it sees that it is to end. */
    private static final String NONE = "";

    private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>();
    private final Doing doing;
    private final Thread thread;
    private volatile boolean closing;

    /** What is done with a job. */
    @FunctionalInterface
    interface Doing {
        void job(String id) throws Exception;
    }

    Worker(String name, Doing doing) {
        this.doing = doing;
        this.thread = Thread.ofVirtual().name(name).start(this::work);
    }

    void add(String job) {
        waiting.add(job);
    }

    /** Whether the work at hand is to be left as soon as it can go on later. */
    boolean isClosing() {
        return closing;
    }

    private void work() {
        try {
            while (!closing) {
                String job = waiting.take();
                if (!job.equals(NONE)) {
                    attempt(job);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(String job) {
        try {
            doing.job(job);
        } catch (Exception e) {
            log.error("The bulk job {} was left; it is taken up again at the next start", job, e);
        }
    }

    /** Lets the work at hand come to a place where it can go on later. */
    @Override
    public void close() {
        closing = true;
        waiting.add(NONE);
        try {
            thread.join(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
