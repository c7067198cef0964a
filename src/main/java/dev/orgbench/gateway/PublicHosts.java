package dev.orgbench.gateway;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The names by which the gateway may be called from elsewhere: those of the tunnels that are up. By such a name only
 * {@code /mcp/{token}} can be reached. Safe for use by several threads.
 */
public final class PublicHosts {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

    private final ConcurrentHashMap<String, Integer> open = new ConcurrentHashMap<>();

    PublicHosts() {}

    /**
     * Lets {@code host} in until what is returned is closed. Two openings of one name close independently.
     *
     * @param host a name without scheme, port or path, as {@code abc.trycloudflare.com}
     * @throws IllegalArgumentException if it is anything else
     */
    public Opening allow(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("“" + host + "” is not a host name, as abc.trycloudflare.com is.");
        }
        open.merge(name, 1, Integer::sum);
        return new Opening(this, name);
    }

    /** The names that are let in now. */
    public Set<String> names() {
        return Set.copyOf(open.keySet());
    }

    boolean allows(String name) {
        return open.containsKey(name);
    }

    /** A name that is let in until this is closed; closing twice does no harm. */
    public static final class Opening implements AutoCloseable {
        private final PublicHosts hosts;
        private final String name;
        private boolean closed;

        private Opening(PublicHosts hosts, String name) {
            this.hosts = hosts;
            this.name = name;
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                hosts.open.computeIfPresent(name, (same, times) -> times == 1 ? null : times - 1);
            }
        }
    }
}
