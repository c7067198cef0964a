package dev.orgbench.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request to an org and its answer. Session ids and client secrets are masked before an exchange is made, so
 * that no view and no export can show them.
 *
 * @param messageId the {@link Message} that it was sent for, or 0 if it was sent for none
 * @param method GET, POST, PATCH, ...
 * @param url the whole URL
 * @param requestHeaders in the order sent
 * @param requestBody empty if there was none; cut with a note if very long
 * @param status the HTTP status, or 0 if there was no answer
 * @param failure why there was no answer, or null
 */
public record Exchange(
        long messageId,
        Instant started,
        Duration took,
        String method,
        String url,
        List<Header> requestHeaders,
        String requestBody,
        int status,
        List<Header> responseHeaders,
        String responseBody,
        @Nullable String failure) {

    /** One header line. */
    public record Header(String name, String value) {}

    /** Whether the org answered with a status below 400. */
    public boolean isOk() {
        return status > 0 && status < 400;
    }
}
