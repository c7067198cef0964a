package dev.orgbench.ui.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A header of the answer and what it means to the person who reads it.
 *
 * @param meaning empty for headers that speak for themselves
 */
public record HeaderMeaning(String name, String value, String meaning) {
    private static final Map<String, String> MEANINGS = Map.of(
            "sforce-limit-info", "What Salesforce itself says: used / allowed in the last 24 hours",
            "ratelimit-limit", "API requests that the org may use in 24 hours",
            "ratelimit-remaining", "Of these, how many are left now",
            "ratelimit-reset", "Seconds until more are free: an estimate, as Salesforce counts a rolling 24 hours",
            "ratelimit", "The same in the newer form: r = remaining, t = seconds",
            "ratelimit-policy", "The rule: q = quota, w = its window in seconds",
            "retry-after", "Salesforce asks to wait this long; passed on as it came",
            "orgbench-message", "The number of this message in Traffic",
            "mcp-protocol-version", "The revision of MCP that was spoken",
            "mcp-session-id", "The session that the server gave");

    private static final List<String> LIMITS = List.of(
            "ratelimit-limit",
            "ratelimit-remaining",
            "ratelimit-reset",
            "retry-after",
            "ratelimit",
            "ratelimit-policy",
            "sforce-limit-info");

    /** All headers, those about limits first. */
    public static List<HeaderMeaning> of(Map<String, List<String>> headers) {
        List<HeaderMeaning> all = new ArrayList<>();
        headers.forEach((name, values) -> values.forEach(value ->
                all.add(new HeaderMeaning(name, value, MEANINGS.getOrDefault(name.toLowerCase(Locale.ROOT), "")))));
        all.sort(Comparator.comparing(HeaderMeaning::rank)
                .thenComparing(header -> header.meaning().isEmpty())
                .thenComparing(HeaderMeaning::name));
        return all;
    }

    private int rank() {
        int place = LIMITS.indexOf(name.toLowerCase(Locale.ROOT));
        return place < 0 ? LIMITS.size() : place;
    }
}
