package dev.orgbench.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;

/** The answer to one request. Set status and headers first, then call one of the sending methods, once. */
public final class HttpResponse {
    private final Response jetty;
    private boolean sent;

    HttpResponse(Response jetty) {
        this.jetty = jetty;
    }

    /** Sets the status; 200 unless set. */
    public HttpResponse status(int status) {
        jetty.setStatus(status);
        return this;
    }

    /** Sets a header, replacing an earlier value. */
    public HttpResponse header(String name, String value) {
        jetty.getHeaders().put(name, value);
        return this;
    }

    /** Sends an empty body. */
    public void send() throws IOException {
        write(ByteBuffer.allocate(0));
    }

    /** Sends a whole body at once, with its Content-Length. */
    public void send(String contentType, byte[] body) throws IOException {
        jetty.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        write(ByteBuffer.wrap(body));
    }

    /** Sends {@code json} as {@code application/json}. */
    public void sendJson(byte[] json) throws IOException {
        send("application/json;charset=UTF-8", json);
    }

    /** Sends {@code text} as {@code text/plain}. */
    public void sendText(String text) throws IOException {
        send("text/plain;charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Opens a body of unknown length; each flush reaches the client. Writing to it fails with an {@link IOException}
     * once the client has gone.
     */
    public OutputStream stream(String contentType) {
        sent = true;
        jetty.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        return Content.Sink.asOutputStream(jetty);
    }

    /**
     * Sends the head of an answer and the first {@code kept} bytes of its body, and makes the end of its connection: a
     * handler that throws the result breaks it off there, as a failing network does.
     */
    public IOException brokenOff(String contentType, byte[] body, int kept) throws IOException {
        jetty.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        OutputStream out = stream(contentType);
        out.write(body, 0, kept);
        out.flush();
        return new EofException("broken off");
    }

    boolean isSent() {
        return sent;
    }

    private void write(ByteBuffer body) throws IOException {
        sent = true;
        jetty.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.remaining());
        try (Blocker.Callback done = Blocker.callback()) {
            jetty.write(true, body, done);
            done.block();
        }
    }
}
