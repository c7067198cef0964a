package dev.orgbench.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request to an org and its answer. Session ids and client secrets are masked before an exchange is made, so
 * that no view and no export can show them.
 *
 * @param id given by the trace when it records it; 0 before
 * @param messageId the {@link Message} that it was sent for, or 0 if it was sent for none
 * @param org what the person calls the org; empty if not known
 * @param cause what it was sent for; given by the trace
 * @param method GET, POST, PATCH, ...
 * @param url the whole URL
 * @param requestHeaders in the order sent
 * @param requestBody empty if there was none; cut with a note if very long
 * @param status the HTTP status, or 0 if there was no answer
 * @param failure why there was no answer, or null
 */
public record Exchange(
        long id,
        long messageId,
        String org,
        Cause cause,
        Instant started,
        Duration took,
        String method,
        String url,
        List<Header> requestHeaders,
        String requestBody,
        int status,
        List<Header> responseHeaders,
        String responseBody,
        @Nullable String failure)
        implements TraceEntry {

    /** An exchange as the wire saw it: the trace will give it its id and cause. */
    public Exchange(
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
        this(
                0,
                messageId,
                "",
                Cause.UNKNOWN,
                started,
                took,
                method,
                url,
                requestHeaders,
                requestBody,
                status,
                responseHeaders,
                responseBody,
                failure);
    }

    /** One header line. */
    public record Header(String name, String value) {}

    /** Whether the org answered with a status below 400. */
    public boolean isOk() {
        return status > 0 && status < 400;
    }

    /** The org's API use after it, if the answer told. */
    public Optional<ApiUse> apiUse() {
        return ApiUse.in(responseHeaders);
    }

    /** Whether the org counted it as an API request: sign-ins and requests that never arrived are free. */
    public boolean isCounted() {
        return apiUse().isPresent();
    }

    /** How long at least one of them was under way: those that ran side by side are counted once. */
    public static Duration underWay(List<Exchange> exchanges) {
        Duration covered = Duration.ZERO;
        Instant reached = Instant.MIN;
        List<Exchange> byStart = exchanges.stream()
                .sorted(Comparator.comparing(Exchange::started))
                .toList();
        for (Exchange exchange : byStart) {
            Instant end = exchange.started().plus(exchange.took());
            Instant start = exchange.started().isAfter(reached) ? exchange.started() : reached;
            if (end.isAfter(start)) {
                covered = covered.plus(Duration.between(start, end));
                reached = end;
            }
        }
        return covered;
    }

    Exchange recorded(long newId, long message, Cause newCause) {
        return new Exchange(
                newId,
                message,
                org,
                newCause,
                started,
                took,
                method,
                url,
                requestHeaders,
                requestBody,
                status,
                responseHeaders,
                responseBody,
                failure);
    }
}
