package dev.orgbench.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection that can be asked whether the client has closed it, while nobody reads from it. Only reading tells, so
 * one byte is read; if there is one, the next request begins with it, and it is handed over with the next fill.
 */
final class WatchedEndPoint extends SocketChannelEndPoint {
    private final Object lock = new Object();
    private final ByteBuffer held = ByteBuffer.allocate(1).flip();

    WatchedEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
    }

    /** Must not be called while somebody waits for the request's body: he would not be woken for the byte read here. */
    boolean isClientGone() {
        synchronized (lock) {
            if (held.hasRemaining()) {
                return false;
            }
            try {
                held.clear();
                return getChannel().read(held) < 0;
            } catch (IOException broken) {
                return true;
            } finally {
                held.flip();
            }
        }
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        synchronized (lock) {
            if (held.hasRemaining() && BufferUtil.space(buffer) > 0) {
                int position = BufferUtil.flipToFill(buffer);
                buffer.put(held);
                BufferUtil.flipToFlush(buffer, position);
                return 1;
            }
            return super.fill(buffer);
        }
    }
}
