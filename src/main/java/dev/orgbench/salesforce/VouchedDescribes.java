package dev.orgbench.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The describes that were read last, each beside the global describe under which it was read. A global describe that
 * the org answers with 304 is the same node as before, and vouches for them all: 304 says that the metadata of no
 * object has changed (REST API Developer Guide, "Describe Global").
 */
final class VouchedDescribes {
    private static final int KEPT = 256;

    private final Map<String, Vouched> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Vouched> eldest) {
            return size() > KEPT;
        }
    };

    private record Vouched(
            ObjectDescribe describe, @Nullable JsonNode global) {}

    /** The describe that {@code global} vouches for. */
    synchronized Optional<ObjectDescribe> find(String object, JsonNode global) {
        Vouched found = kept.get(key(object));
        return found != null && isSame(found.global(), global) ? Optional.of(found.describe()) : Optional.empty();
    }

    /** The last one, whether it still holds or not. */
    synchronized Optional<ObjectDescribe> last(String object) {
        return Optional.ofNullable(kept.get(key(object))).map(Vouched::describe);
    }

    /** Gives the describe that is kept: the one before, if it is the same. */
    synchronized ObjectDescribe keep(String object, JsonNode describe, JsonNode global) {
        Vouched before = kept.get(key(object));
        ObjectDescribe current = before != null && isSame(before.describe().json(), describe)
                ? before.describe()
                : ObjectDescribe.of(describe);
        kept.put(key(object), new Vouched(current, global));
        return current;
    }

    /** The org's metadata was changed, or who asks is another one now. */
    synchronized void clear() {
        kept.clear();
    }

    /** An unchanged answer is the very node; to compare what is in two would take longer than to ask. */
    private static boolean isSame(@Nullable Object one, Object other) {
        return one == other;
    }

    /** The same for one that was asked for alone. If it is new, nothing vouches for it. */
    synchronized ObjectDescribe keep(String object, JsonNode describe) {
        Vouched before = kept.get(key(object));
        if (before != null && isSame(before.describe().json(), describe)) {
            return before.describe();
        }
        ObjectDescribe current = ObjectDescribe.of(describe);
        kept.put(key(object), new Vouched(current, null));
        return current;
    }

    private static String key(String object) {
        return object.toLowerCase(Locale.ROOT);
    }
}
