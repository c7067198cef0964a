package dev.orgbench.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.ApiUsage;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An org's API use in the words that callers know: the {@code ratelimit-*} headers (IETF draft up to 06) and {@code
 * RateLimit}/{@code RateLimit-Policy} (draft 08 on). No reset is given, since Salesforce counts a rolling day and tells
 * none.
 */
public final class RateLimits {
    /** Under this key the same figures stand in a result's {@code _meta}. */
    static final String META_KEY = "dev.orgbench/ratelimit";

    private static final long DAY_SECONDS = 86_400;

    private RateLimits() {}

    /** The headers of an answer; none for what is not known. */
    public static Map<String, String> headers(@Nullable ApiUsage usage, @Nullable String retryAfter) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (usage != null) {
            headers.put("ratelimit-limit", Long.toString(usage.limit()));
            headers.put("ratelimit-remaining", Long.toString(usage.remaining()));
            headers.put("RateLimit-Policy", "\"daily\";q=" + usage.limit() + ";w=" + DAY_SECONDS);
            headers.put("RateLimit", "\"daily\";r=" + usage.remaining());
        }
        if (retryAfter != null) {
            headers.put("Retry-After", retryAfter);
        }
        return headers;
    }

    static ObjectNode meta(@Nullable ApiUsage usage) {
        ObjectNode meta = JsonNodeFactory.instance.objectNode();
        if (usage != null) {
            meta.putObject(META_KEY)
                    .put("limit", usage.limit())
                    .put("remaining", usage.remaining())
                    .put("window_seconds", DAY_SECONDS);
        }
        return meta;
    }
}
