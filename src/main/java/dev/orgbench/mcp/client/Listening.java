package dev.orgbench.mcp.client;

/** Hears of changes until it is closed. */
@FunctionalInterface
public interface Listening extends AutoCloseable {
    /** Ends it. Does not wait. */
    @Override
    void close();
}
