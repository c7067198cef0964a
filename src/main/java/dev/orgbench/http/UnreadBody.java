package dev.orgbench.http;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * What a handler left of a body that it refused. Many clients send all of it before they look for the answer, and a
 * connection that is closed under them takes the answer with it (RFC 9112, 9.6). So the rest is read and thrown away, as
 * long as it comes quickly and has an end.
 */
final class UnreadBody {
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** For how long the sender may be slower than {@link #LEAST_BYTES_A_SECOND}. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long LEAST_BYTES_A_SECOND = 64 * 1024;

    private final Request request;
    private long bytes;

    private UnreadBody(Request request) {
        this.request = request;
    }

    /** To be called once the answer was sent, by the thread that may wait. */
    static void discard(Request request) {
        // Who asks before he sends has been told, and sends nothing.
        if (!request.getHeaders().contains(HttpHeader.EXPECT)) {
            new UnreadBody(request).discard();
        }
    }

    private void discard() {
        long begun = System.nanoTime();
        while (bytes <= MOST_BYTES) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                if (!comes(patience(System.nanoTime() - begun))) {
                    return;
                }
                continue;
            }
            bytes += chunk.remaining();
            chunk.release();
            if (chunk.isLast() || Content.Chunk.isFailure(chunk)) {
                return;
            }
        }
    }

    /** For how many nanoseconds more the next bytes are waited for; none if it is not positive. */
    private long patience(long waited) {
        long earned = TimeUnit.SECONDS.toNanos(bytes) / LEAST_BYTES_A_SECOND;
        return Math.min(PATIENCE_NANOS + earned, LONGEST_NANOS) - waited;
    }

    private boolean comes(long nanos) {
        CountDownLatch more = new CountDownLatch(1);
        request.demand(more::countDown);
        try {
            return more.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
