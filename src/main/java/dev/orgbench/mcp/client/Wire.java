package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.BufferedSource;

/** Sends single JSON-RPC messages by HTTP POST, opens streams by GET, and reads what comes back. It knows no sessions. */
final class Wire implements AutoCloseable {
    /** In bytes. A window cannot show more, and a runaway answer must not take all memory. */
    static final int LONGEST_ANSWER = 64 * 1024 * 1024;

    private static final MediaType JSON = MediaType.get("application/json");
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final OkHttpClient http;
    private final Peer peer;
    private final HttpUrl url;
    private final Headers headers;
    private volatile boolean closesConnections;

    Wire(Peer peer, Headers headers) {
        this(
                new OkHttpClient.Builder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .readTimeout(Duration.ZERO)
                        .writeTimeout(Duration.ZERO)
                        // The URL is a secret: a redirect must not hand it, or the headers, to somebody else.
                        .followRedirects(false)
                        // Shorter than the server keeps a silent connection, so that none is found dead.
                        .connectionPool(new ConnectionPool(5, 30, TimeUnit.SECONDS))
                        .build(),
                peer,
                peer.url(),
                headers);
    }

    private Wire(OkHttpClient http, Peer peer, HttpUrl url, Headers headers) {
        this.http = http;
        this.peer = peer;
        this.url = url;
        this.headers = headers;
    }

    /** The wire to another URL of the same server. */
    Wire to(HttpUrl other) {
        return new Wire(http, peer, other, headers);
    }

    /**
     * Posts a message and waits for all of its answer.
     *
     * @param more headers of this message
     * @param aside gets what the server says before its answer
     * @throws InterruptedException if this thread was interrupted; the HTTP request is cut then
     * @throws McpException if no answer came
     */
    Reply post(ObjectNode message, Headers more, Patience patience, Consumer<ObjectNode> aside)
            throws InterruptedException, McpException {
        Request.Builder request = request("application/json, text/event-stream")
                .post(new OneShot(WireJson.write(message).getBytes(StandardCharsets.UTF_8)));
        AwaitedAnswer answer = new AwaitedAnswer(message.path("id"), aside);
        Reply reply = await(http.newCall(with(request, more)), answer, patience);
        return reply.with(answer.answer());
    }

    /**
     * Opens a stream by GET and reads it until it ends, the sink has enough or this thread is interrupted.
     *
     * @throws McpException if none came, or it broke off
     */
    Reply stream(Headers more, EventStream.Sink sink, Patience patience) throws InterruptedException, McpException {
        return await(http.newCall(with(request("text/event-stream"), more)), sink, patience);
    }

    /** Ends a session. */
    void delete(Headers session) throws IOException {
        Request.Builder request =
                new Request.Builder().url(url).headers(headers).delete();
        try (Response _ = http.newCall(with(request, session)).execute()) {
            // Whether the server knew the session makes no difference now.
        }
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
    }

    /** Blocking reads of sockets cannot be interrupted, so a thread of their own does them. */
    private Reply await(Call call, EventStream.Sink sink, Patience patience) throws InterruptedException, McpException {
        FutureTask<Reply> task = new FutureTask<>(() -> exchange(call, sink));
        Thread.ofVirtual().name("mcp-client").start(task);
        try {
            return Waiting.get(task, patience, peer);
        } finally {
            // Harmless when the answer is there.
            call.cancel();
        }
    }

    private Reply exchange(Call call, EventStream.Sink sink) throws IOException {
        try {
            return reply(call, sink);
        } finally {
            if (closesConnections) {
                http.connectionPool().evictAll();
            }
        }
    }

    private Reply reply(Call call, EventStream.Sink sink) throws IOException {
        long start = System.nanoTime();
        try (Response response = call.execute()) {
            closesConnections = closesAfter(response);
            String type = String.valueOf(response.header("Content-Type", ""));
            String text = "";
            if (response.isSuccessful() && type.startsWith("text/event-stream")) {
                EventStream.read(response, sink);
            } else {
                text = text(response.body().source());
                sink.take("message", text);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new Reply(response.code(), response.headers().toMultimap(), null, type, text, took);
        }
    }

    /**
     * HTTP/1.0 closes a connection after its answer unless it says otherwise (RFC 9112, 9.3). OkHttp expects HTTP/1.1,
     * and would send the next message into a connection that is about to end.
     */
    private static boolean closesAfter(Response response) {
        return response.protocol() == okhttp3.Protocol.HTTP_1_0
                && !"keep-alive".equalsIgnoreCase(response.header("Connection"));
    }

    private static String text(BufferedSource source) throws IOException {
        if (source.request(LONGEST_ANSWER + 1L)) {
            throw new TooLongException();
        }
        return source.readString(StandardCharsets.UTF_8);
    }

    private Request.Builder request(String accept) {
        return new Request.Builder().url(url).headers(headers).header("Accept", accept);
    }

    private Request with(Request.Builder request, Headers more) {
        if (closesConnections) {
            request.header("Connection", "close");
        }
        more.forEach(header -> request.header(header.getFirst(), header.getSecond()));
        return request.build();
    }

    /** The answer is longer than {@link #LONGEST_ANSWER}. */
    static final class TooLongException extends IOException {}

    /** A body that is never sent twice: a call may have been carried out though its connection broke. */
    private static final class OneShot extends RequestBody {
        private final byte[] bytes;

        OneShot(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public MediaType contentType() {
            return JSON;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(bytes);
        }
    }
}
