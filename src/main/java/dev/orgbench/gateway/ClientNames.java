package dev.orgbench.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How clients call themselves. A legacy client gives its name in {@code initialize} alone, so later messages by the
 * same server and user agent are taken to be from the client last named so. For display only: nothing is decided by it.
 */
final class ClientNames {
    private static final int KEPT = 1_000;
    private static final int LONGEST = 120;

    private final Map<Key, String> named = new LinkedHashMap<>();

    private record Key(String serverId, String userAgent) {}

    /** The client's name, best known. */
    synchronized String name(String serverId, String sentAgent, @Nullable String given) {
        String userAgent = sentAgent.substring(0, Math.min(LONGEST, sentAgent.length()));
        Key key = new Key(serverId, userAgent);
        if (given != null) {
            named.remove(key);
            named.put(key, given);
            if (named.size() > KEPT) {
                named.remove(named.keySet().iterator().next());
            }
            return given;
        }
        String known = named.get(key);
        if (known != null) {
            return known;
        }
        return userAgent.isEmpty() ? "unknown client" : userAgent;
    }
}
