package dev.orgbench.trace;

/** Where the exchanges of one piece of work are recorded. Safe for use by several threads. */
@FunctionalInterface
public interface Recording {
    /** Keeps {@code exchange}. */
    void record(Exchange exchange);

    /** The message that the exchanges belong to; 0 for none. */
    default long messageId() {
        return 0;
    }
}
