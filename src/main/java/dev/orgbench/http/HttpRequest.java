package dev.orgbench.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/** One request as a handler sees it: blocking, its body read at most once. */
public final class HttpRequest {
    private final Request jetty;
    private final Fields query;

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

    /** Path and query exactly as they were sent, for logs and traces. */
    public String target() {
        return jetty.getHttpURI().getPathQuery();
    }

    /** A query parameter, decoded; the first one if it was given more than once. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.getValue(name));
    }

    /** A header's value; names are case-insensitive. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(jetty.getHeaders().get(name));
    }

    /**
     * The whole body, gunzipped if the client compressed it.
     *
     * @param limit the most bytes accepted, after decompression
     * @throws BodyTooLargeException if there are more
     */
    public byte[] body(int limit) throws IOException {
        try (InputStream in = plain(Content.Source.asInputStream(jetty))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (out.size() + n > limit) {
                    throw new BodyTooLargeException(limit);
                }
                out.write(buffer, 0, n);
            }
            return out.toByteArray();
        }
    }

    private InputStream plain(InputStream in) throws IOException {
        String encoding = jetty.getHeaders().get(HttpHeader.CONTENT_ENCODING);
        return encoding != null && encoding.toLowerCase(Locale.ROOT).contains("gzip") ? new GZIPInputStream(in) : in;
    }
}
