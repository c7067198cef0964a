package dev.orgbench.demo.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A request to the data API: one that came over HTTP, or one within a composite request. */
public interface ApiRequest {
    /** GET, POST, PATCH, ... */
    String method();

    /** The path as it was sent, its segments still encoded, without the query: {@code /services/data/v67.0/limits}. */
    String path();

    /** A query parameter, decoded; the first one if it was given more than once. */
    Optional<String> query(String name);

    /** A header's value; names are case-insensitive. */
    Optional<String> header(String name);

    /**
     * The whole body, decompressed.
     *
     * @param limit the most bytes accepted
     * @throws dev.orgbench.http.BodyTooLargeException if there are more
     */
    byte[] body(int limit) throws IOException;

    /**
     * The body as it comes, decompressed; for bodies that need not fit in memory. Read at most once, instead of {@link
     * #body}.
     *
     * @param limit the most bytes accepted; reading more fails as {@link #body} does
     */
    default InputStream content(int limit) throws IOException {
        return new ByteArrayInputStream(body(limit));
    }

    /** What URLs that lead back to this org begin with, as the client reached it: {@code http://127.0.0.1:7421}. */
    String instanceUrl();
}
