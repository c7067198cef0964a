package dev.orgbench.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body as it is sent, that must not trickle: who sends a byte now and then is never silent for long, and would keep his
 * connection for ever. Only the time spent waiting for him counts, not what the reader does between.
 */
final class SteadyStream extends FilterInputStream {
    private static final double LEAST_BYTES_A_SECOND = 1_024;
    private static final long NANOS_A_SECOND = 1_000_000_000;
    private static final long NANOS_A_MILLI = 1_000_000;

    private final long patienceNanos;
    private long waited;
    private long received;

    /** @param patienceMillis for how long the sender may be slower */
    SteadyStream(InputStream in, long patienceMillis) {
        super(in);
        this.patienceNanos = patienceMillis * NANOS_A_MILLI;
    }

    /**
     * Lets go of what has come and was not read. Jetty's own stream is not closed: before its end that would make the
     * whole request fail, and take the answer with it.
     */
    @Override
    public void close() throws IOException {
        in.skip(in.available());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        long began = System.nanoTime();
        int count = super.read(bytes, offset, length);
        waited += System.nanoTime() - began;
        received += Math.max(0, count);
        if (isTooSlow()) {
            throw new SlowBodyException(null);
        }
        return count;
    }

    boolean isTooSlow() {
        return waited > patienceNanos && received * NANOS_A_SECOND < waited * LEAST_BYTES_A_SECOND;
    }
}
