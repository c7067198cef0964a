package dev.orgbench.salesforce;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Tooling API's ids of custom fields, beside the describe that they were looked up for. They hold as long as the
 * describe stays the same: a field that is added or renamed changes it.
 */
final class ToolingIds {
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(ObjectDescribe describe, Map<String, String> ids) {}

    Optional<Map<String, String>> find(ObjectDescribe describe) {
        Known found = known.get(key(describe));
        return found != null && found.describe().json().equals(describe.json())
                ? Optional.of(found.ids())
                : Optional.empty();
    }

    void keep(ObjectDescribe describe, Map<String, String> ids) {
        known.put(key(describe), new Known(describe, Map.copyOf(ids)));
    }

    /** The org's metadata was changed. */
    void clear() {
        known.clear();
    }

    private static String key(ObjectDescribe describe) {
        return describe.name().toLowerCase(Locale.ROOT);
    }
}
