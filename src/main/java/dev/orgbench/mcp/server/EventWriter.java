package dev.orgbench.mcp.server;

import dev.orgbench.http.HttpResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * An event stream that is being written; each event reaches the client at once. Safe for use by several threads.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
final class EventWriter implements Listening.Out, AutoCloseable {
    private final OutputStream out;
    private boolean closed;

    private EventWriter(OutputStream out) {
        this.out = out;
    }

    /** Sends the head of the answer. */
    static EventWriter open(HttpResponse response) throws IOException {
        response.status(200).header("Cache-Control", "no-cache, no-transform").header("X-Accel-Buffering", "no");
        OutputStream out = response.stream("text/event-stream");
        out.flush();
        return new EventWriter(out);
    }

    /** A JSON-RPC message. JSON has no line breaks that would have to be split. */
    @Override
    public void message(String json) throws IOException {
        event("message", json);
    }

    void event(String name, String data) throws IOException {
        write("event: " + name + "\ndata: " + data + "\n\n");
    }

    /** Keeps proxies from closing a stream on which nothing happens, and finds out whether the client is still there. */
    @Override
    public void keepAlive() throws IOException {
        write(": keep-alive\n\n");
    }

    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            out.close();
        }
    }

    private synchronized void write(String text) throws IOException {
        if (closed) {
            throw new EOFException("the stream has ended");
        }
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
