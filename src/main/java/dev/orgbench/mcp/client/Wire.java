package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Sends single JSON-RPC messages by HTTP POST and reads what comes back. It knows no sessions. */
final class Wire implements AutoCloseable {
    /** In bytes. A window cannot show more, and a runaway answer must not take all memory. */
    static final int LONGEST_ANSWER = 64 * 1024 * 1024;

    private static final MediaType JSON = MediaType.get("application/json");
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final OkHttpClient http;
    private final Peer peer;
    private final Headers headers;
    private final Duration timeout;
    private volatile boolean closesConnections;

    Wire(Peer peer, Headers headers, Duration timeout) {
        this.peer = peer;
        this.headers = headers;
        this.timeout = timeout;
        this.http = new OkHttpClient.Builder()
                .connectTimeout(CONNECT_TIMEOUT)
                .callTimeout(timeout)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                // The URL is a secret: a redirect must not hand it, or the headers, to somebody else.
                .followRedirects(false)
                // Shorter than the server keeps a silent connection, so that none is found dead.
                .connectionPool(new ConnectionPool(5, 30, TimeUnit.SECONDS))
                .build();
    }

    /**
     * What came back.
     *
     * @param headers names in lower case
     * @param response the JSON-RPC response, or null if the body is something else
     * @param text the body where it is no JSON-RPC response
     */
    record Reply(
            int status,
            Map<String, List<String>> headers,
            @Nullable ObjectNode response,
            String contentType,
            String text,
            Duration took) {}

    /**
     * Posts a message and waits for all of its answer.
     *
     * @throws InterruptedException if this thread was interrupted; the HTTP request is cut then
     * @throws McpException if no answer came
     */
    Reply post(ObjectNode message, Headers session) throws InterruptedException, McpException {
        return await(http.newCall(request(message, session)), message.path("id"));
    }

    /** Ends a session: the one message that is not posted. */
    void delete(Headers session) throws IOException {
        Request request =
                new Request.Builder().url(peer.url()).headers(headers).delete().build();
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
    private Reply await(Call call, JsonNode id) throws InterruptedException, McpException {
        FutureTask<Reply> task = new FutureTask<>(() -> exchange(call, id));
        Thread.ofVirtual().name("mcp-client").start(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            call.cancel();
            throw e;
        } catch (ExecutionException e) {
            throw Faults.unanswered(peer, timeout, e.getCause());
        }
    }

    private Reply exchange(Call call, JsonNode id) throws IOException {
        try {
            return reply(call, id);
        } finally {
            if (closesConnections) {
                http.connectionPool().evictAll();
            }
        }
    }

    private Reply reply(Call call, JsonNode id) throws IOException {
        long start = System.nanoTime();
        try (Response response = call.execute()) {
            closesConnections = closesAfter(response);
            String type = String.valueOf(response.header("Content-Type", ""));
            ObjectNode answer = null;
            String text = "";
            if (response.isSuccessful() && type.startsWith("text/event-stream")) {
                answer = EventStream.answer(response, id);
            } else {
                text = text(response.body().source());
                answer = WireJson.response(text, id);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new Reply(response.code(), response.headers().toMultimap(), answer, type, text, took);
        }
    }

    /**
     * HTTP/1.0 closes a connection after its answer unless it says otherwise (RFC 9112, 9.3). OkHttp expects HTTP/1.1,
     * and would send the next message into a connection that is about to end.
     */
    private static boolean closesAfter(Response response) {
        return response.protocol() == Protocol.HTTP_1_0
                && !"keep-alive".equalsIgnoreCase(response.header("Connection"));
    }

    private static String text(BufferedSource source) throws IOException {
        if (source.request(LONGEST_ANSWER + 1L)) {
            throw new TooLongException();
        }
        return source.readString(StandardCharsets.UTF_8);
    }

    private Request request(ObjectNode message, Headers session) {
        Request request = new Request.Builder()
                .url(peer.url())
                .headers(headers)
                .header("Accept", "application/json, text/event-stream")
                .post(new OneShot(WireJson.write(message).getBytes(StandardCharsets.UTF_8)))
                .build();
        return with(request, session);
    }

    private Request with(Request request, Headers session) {
        Request.Builder builder = request.newBuilder();
        if (closesConnections) {
            builder.header("Connection", "close");
        }
        session.forEach(header -> builder.header(header.getFirst(), header.getSecond()));
        return builder.build();
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
