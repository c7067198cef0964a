package dev.orgbench.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** One request as a handler sees it: blocking, its body read at most once. */
public final class HttpRequest {
    private static final String SEPARATOR = ", ";

    private final Request jetty;
    private final Fields query;
    private @Nullable SteadyStream sent;

    HttpRequest(Request jetty) {
        this.jetty = jetty;
        this.query = Request.extractQueryParameters(jetty, StandardCharsets.UTF_8);
    }

    /** GET, POST, PATCH, ... */
    public String method() {
        return jetty.getMethod();
    }

    /** The decoded path without the query, as {@code /mcp/9f3c}. */
    public String path() {
        return Request.getPathInContext(jetty);
    }

    /** Whether it came by https. */
    public boolean isSecure() {
        return jetty.isSecure();
    }

    /** Path and query exactly as they were sent, for logs and traces. */
    public String target() {
        return jetty.getHttpURI().getPathQuery();
    }

    /** A query parameter, decoded; the first one if it was given more than once. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.getValue(name));
    }

    /**
     * A header's value; names are case-insensitive. Of one that was sent more than once, the values are joined by commas
     * (RFC 9110, 5.2): who checks it sees all of it, and what must be one value is none then.
     */
    public Optional<String> header(String name) {
        List<String> values = jetty.getHeaders().getValuesList(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(SEPARATOR, values));
    }

    /** All headers in the order sent, by the names as they were sent first; their values are those of {@link #header}. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        jetty.getHeaders().forEach(field -> {
            names.putIfAbsent(field.getName(), field.getName());
            headers.merge(names.get(field.getName()), field.getValue(), (one, next) -> one + SEPARATOR + next);
        });
        return headers;
    }

    /**
     * The whole body, gunzipped if the client compressed it.
     *
     * @param limit the most bytes accepted, as they are sent and after decompression
     * @throws BodyTooLargeException if there are more; nothing is read if Content-Length says so already
     * @throws SlowBodyException if it stops coming
     * @throws MalformedBodyException if it is compressed in another way, or is not what its Content-Encoding says
     */
    public byte[] body(int limit) throws IOException {
        try (InputStream in = content(limit)) {
            return in.readAllBytes();
        }
    }

    /**
     * The body as it comes, gunzipped if the client compressed it; for bodies that need not fit in memory.
     *
     * @param limit the most bytes accepted; this and reading fail as {@link #body} does
     */
    public InputStream content(long limit) throws IOException {
        // Before anything is read: that would ask a client for its body that waits to be asked (Expect: 100-continue).
        if (jetty.getLength() > limit) {
            throw new BodyTooLargeException(limit);
        }
        long patienceMillis =
                jetty.getConnectionMetaData().getConnection().getEndPoint().getIdleTimeout();
        SteadyStream steady = new SteadyStream(Content.Source.asInputStream(jetty), patienceMillis);
        sent = steady;
        String encoding = header("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity" -> new BodyStream(steady, body -> body, limit);
            case "gzip", "x-gzip" -> new BodyStream(steady, GZIPInputStream::new, limit);
            default -> throw new MalformedBodyException("Only gzip is understood as a Content-Encoding", null);
        };
    }

    /** What nobody has read of the body, once the answer was sent. Who was too slow is not waited for again. */
    void discardRest() {
        if (sent == null || !sent.isTooSlow()) {
            UnreadBody.discard(jetty);
        }
    }

    /**
     * From here until it is closed, the calling thread is interrupted if the client goes away. To be called once the
     * body was read, by whoever can stop its work when interrupted.
     */
    public ClientWatch watchClient() {
        ConnectionMetaData connection = jetty.getConnectionMetaData();
        EndPoint client = connection.getConnection().getEndPoint();
        return new ClientWatch(
                connection.getConnector().getScheduler(), client instanceof WatchedEndPoint watched ? watched : null);
    }
}
