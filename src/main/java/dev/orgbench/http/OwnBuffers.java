package dev.orgbench.http;

import java.nio.ByteBuffer;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;

/**
 * Lends memory for requests and answers, each time with a count, a position and a limit of its own.
 *
 * <p>Jetty 12.1.14 answers a malformed request on another thread while the first one still reads, and both give the
 * request's buffer back. By Jetty's own pool the second time counts against whoever has the buffer by then, and what one
 * client had sent was seen in front of the answer to another. Here it meets a loan that has ended.
 */
final class OwnBuffers implements ByteBufferPool {
    /** In bytes: what Jetty asks for, for the heads of requests and of answers. */
    static final int SIZE = 8 * 1024;

    private static final int MOST_KEPT = 1_024;

    private final Deque<ByteBuffer> free = new ConcurrentLinkedDeque<>();
    /** How many those are: to count them there takes long. */
    private final AtomicInteger kept = new AtomicInteger();

    @Override
    public RetainableByteBuffer.Mutable acquire(int size, boolean direct) {
        if (size > SIZE || !direct) {
            return NON_POOLING.acquire(size, direct);
        }
        ByteBuffer memory = memory();
        ByteBuffer lent = memory.duplicate();
        // Empty to who reads, as Jetty wants it.
        lent.position(0).limit(0);
        return RetainableByteBuffer.wrap(lent, () -> giveBack(memory));
    }

    private ByteBuffer memory() {
        ByteBuffer given = free.poll();
        if (given == null) {
            return ByteBuffer.allocateDirect(SIZE);
        }
        kept.decrementAndGet();
        return given;
    }

    private void giveBack(ByteBuffer memory) {
        if (kept.incrementAndGet() <= MOST_KEPT) {
            free.push(memory);
        } else {
            kept.decrementAndGet();
        }
    }

    @Override
    public void clear() {
        while (free.poll() != null) {
            kept.decrementAndGet();
        }
    }
}
