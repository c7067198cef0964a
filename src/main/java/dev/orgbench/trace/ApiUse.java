package dev.orgbench.trace;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The org's API use as one answer told it: {@code Sforce-Limit-Info: api-usage=used/limit}. Salesforce counts a rolling
 * 24 hours, of all its clients, and tells this in answers to requests that it counted. REST API Developer Guide, "Limit
 * Info Header".
 *
 * @param used requests in the 24 hours up to that answer
 * @param limit requests allowed in 24 hours
 */
public record ApiUse(long used, long limit) {
    /** The header that tells it. */
    public static final String HEADER = "Sforce-Limit-Info";

    private static final Pattern TOLD = Pattern.compile("(?<![\\w-])api-usage=(\\d{1,18})/(\\d{1,18})");

    /** What the header's value tells; empty if there is none, or it tells nothing of the org as a whole. */
    public static Optional<ApiUse> told(@Nullable String value) {
        Matcher told = TOLD.matcher(value == null ? "" : value);
        return told.find()
                ? Optional.of(new ApiUse(Long.parseLong(told.group(1)), Long.parseLong(told.group(2))))
                : Optional.empty();
    }

    static Optional<ApiUse> in(List<Exchange.Header> headers) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(HEADER))
                .flatMap(header -> told(header.value()).stream())
                .findFirst();
    }
}
