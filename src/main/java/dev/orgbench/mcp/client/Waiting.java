package dev.orgbench.mcp.client;

import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what another thread brings, as long as there is patience. */
final class Waiting {
    private Waiting() {}

    static <T> T get(Future<T> future, Patience patience, Peer peer) throws McpException, InterruptedException {
        while (true) {
            try {
                return future.get(Math.max(patience.left(), 0), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (patience.left() <= 0) {
                    throw Faults.unanswered(peer, patience.timeout(), new InterruptedIOException("timeout"));
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof McpException known
                        ? known
                        : Faults.unanswered(peer, patience.timeout(), e.getCause());
            }
        }
    }
}
