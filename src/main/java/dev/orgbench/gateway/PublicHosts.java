package dev.orgbench.gateway;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names by which the gateway may be called from elsewhere: those of the tunnels that are up. By such a name only
 * {@code /mcp/{token}} can be reached, and of the servers only those that a tunnel was opened for. Safe for use by
 * several threads.
 */
public final class PublicHosts {
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

    private final Set<Opening> open = ConcurrentHashMap.newKeySet();

    PublicHosts() {}

    /**
     * Lets {@code host} in to a server until what is returned is closed. Two openings of one name close independently.
     *
     * @param host a name without scheme, port or path, as {@code abc.trycloudflare.com}
     * @throws IllegalArgumentException if it is anything else
     */
    public Opening allow(String host, String serverId) {
        String name = host.strip().toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("“" + host + "” is not a host name, as abc.trycloudflare.com is.");
        }
        Opening opening = new Opening(this, name, serverId);
        open.add(opening);
        return opening;
    }

    /** The names that are let in now. */
    public Set<String> names() {
        return open.stream().map(opening -> opening.name).collect(Collectors.toUnmodifiableSet());
    }

    boolean allows(String name) {
        return open.stream().anyMatch(opening -> opening.name.equals(name));
    }

    /** Whether a tunnel leads to that server. */
    boolean leadsTo(String serverId) {
        return open.stream().anyMatch(opening -> opening.serverId.equals(serverId));
    }

    /** A name that is let in until this is closed; closing twice does no harm. */
    public static final class Opening implements AutoCloseable {
        private final PublicHosts hosts;
        private final String name;
        private final String serverId;

        private Opening(PublicHosts hosts, String name, String serverId) {
            this.hosts = hosts;
            this.name = name;
            this.serverId = serverId;
        }

        @Override
        public void close() {
            hosts.open.remove(this);
        }
    }
}
