package dev.orgbench.ui.limits;

import dev.orgbench.gateway.RateLimits;
import dev.orgbench.salesforce.ApiUsage;
import dev.orgbench.trace.ApiUse;
import dev.orgbench.trace.Cause;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.HeaderMeaning;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the org's newest answer said of its API use, as it came and as a client of ours gets it.
 *
 * @param cause what the answer was for
 * @param at when it came
 * @param use what it told
 * @param headers the normalised ones first
 */
record LastAnswer(Cause cause, Instant at, ApiUse use, List<HeaderMeaning> headers) {
    /** @param told what {@code exchange} told */
    static LastAnswer of(Exchange exchange, ApiUse told) {
        Instant at = exchange.started().plus(exchange.took());
        Map<String, List<String>> headers = new LinkedHashMap<>();
        String retryAfter = value(exchange, "Retry-After");
        RateLimits.headers(new ApiUsage(told.used(), told.limit(), at), retryAfter.isEmpty() ? null : retryAfter)
                .forEach((name, value) -> headers.put(name, List.of(value)));
        headers.put(ApiUse.HEADER, List.of(value(exchange, ApiUse.HEADER)));
        return new LastAnswer(exchange.cause(), at, told, HeaderMeaning.of(headers));
    }

    /** The newest one that is in memory. */
    static Optional<LastAnswer> newest(Trace trace, String orgId) {
        Stream<Exchange> own = trace.exchanges(0).reversed().stream();
        Stream<Exchange> underMessages = trace.messages().reversed().stream()
                .flatMap(message -> trace.exchanges(message.id()).reversed().stream());
        return Stream.of(own, underMessages)
                .flatMap(exchanges -> exchanges
                        .filter(exchange -> exchange.cause().orgId().equals(orgId) && exchange.isCounted())
                        .limit(1))
                .max(Comparator.comparing(Exchange::id))
                .flatMap(exchange -> exchange.apiUse().map(told -> of(exchange, told)));
    }

    private static String value(Exchange exchange, String name) {
        return exchange.responseHeaders().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Exchange.Header::value)
                .findFirst()
                .orElse("");
    }
}
