package dev.orgbench.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The last describe of each object, kept to be asked for again by {@code If-Modified-Since}: the org alone says whether
 * it still holds. The nodes are shared and must not be changed.
 */
final class DescribeCache {
    private static final int KEPT = 256;

    private final Clock clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > KEPT;
        }
    };
    /** Counts changes to the org's metadata, so that an answer from before one is not kept after it. */
    private long generation;

    DescribeCache(Clock clock) {
        this.clock = clock;
    }

    /** An earlier answer and what to send to learn whether it still holds. */
    record Kept(JsonNode body, Map<String, String> validators) {}

    synchronized @Nullable Kept find(String path) {
        return kept.get(path);
    }

    synchronized long generation() {
        return generation;
    }

    synchronized void keep(String path, JsonNode body, Headers headers, long askedIn) {
        Map<String, String> validators = validators(headers);
        if (validators.isEmpty() || askedIn != generation) {
            kept.remove(path);
        } else {
            kept.put(path, new Kept(body, validators));
        }
    }

    /** The org's metadata was changed. */
    synchronized void clear() {
        generation++;
        kept.clear();
    }

    private Map<String, String> validators(Headers headers) {
        Map<String, String> validators = new LinkedHashMap<>();
        String etag = headers.get("ETag");
        if (etag != null) {
            validators.put("If-None-Match", etag);
        }
        String modified = headers.get("Last-Modified");
        if (modified != null && isStrong(modified, headers.get("Date"))) {
            validators.put("If-Modified-Since", modified);
        }
        return validators;
    }

    /**
     * Last-Modified counts whole seconds: a second change within the same second would go unseen. RFC 9110 section
     * 8.8.2.2 trusts it when the answer is at least a second younger.
     */
    private boolean isStrong(String modified, @Nullable String date) {
        try {
            Instant answered = date == null ? clock.instant() : httpDate(date);
            return Duration.between(httpDate(modified), answered).toSeconds() >= 1;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    private static Instant httpDate(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }
}
