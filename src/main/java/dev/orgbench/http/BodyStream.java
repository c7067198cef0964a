package dev.orgbench.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipException;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;

/** A request's body, whose failures say what the client did wrong, and that ends with one where it is too long. */
final class BodyStream extends InputStream {
    private final InputStream sent;
    private final Unpacking unpacking;
    private final long limit;
    private @Nullable InputStream in;
    private long read;

    /** It reads already: a compressed body begins with a head. */
    @FunctionalInterface
    interface Unpacking {
        InputStream of(InputStream sent) throws IOException;
    }

    BodyStream(InputStream sent, Unpacking unpacking, long limit) {
        this.sent = sent;
        this.unpacking = unpacking;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = readOn(bytes, offset, length);
        read += Math.max(0, count);
        if (read > limit) {
            throw new BodyTooLargeException(limit);
        }
        return count;
    }

    private int readOn(byte[] bytes, int offset, int length) throws IOException {
        try {
            if (in == null) {
                in = unpacking.of(sent);
            }
            return in.read(bytes, offset, length);
        } catch (EofException e) {
            // The client has gone.
            throw e;
        } catch (ZipException | EOFException e) {
            throw new MalformedBodyException("The body is not valid gzip, which its Content-Encoding says it is", e);
        } catch (IOException e) {
            throw e.getCause() instanceof TimeoutException ? new SlowBodyException(e) : e;
        }
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
        sent.close();
    }
}
