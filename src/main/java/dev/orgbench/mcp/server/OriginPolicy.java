package dev.orgbench.mcp.server;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages out: a page that has made its own name point to 127.0.0.1 (DNS rebinding) still shows that name in
 * Origin and Host. This machine's own names are always allowed, on any port; others are those of the tunnels that are
 * up. Agents send no Origin, so its absence is no fault; HTTP/1.1 always has a Host.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#security-warning">Security
 *     Warning</a>
 */
public final class OriginPolicy {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(:\\d{1,5})?");
    private static final Pattern ORIGIN = Pattern.compile("https?://(.*)");

    private final Predicate<String> furtherHosts;

    /**
     * @param furtherHosts tells of a name in small letters, without a port, as {@code abc.trycloudflare.com}, whether it
     *     is allowed besides this machine's own; asked for each request
     */
    public OriginPolicy(Predicate<String> furtherHosts) {
        this.furtherHosts = furtherHosts;
    }

    /** Whether the Host header is one of this machine's own names: the request did not come through a tunnel. */
    public static boolean isLoopback(@Nullable String host) {
        return LOOPBACK.contains(name(host == null ? "" : host));
    }

    /**
     * Why a request must be answered with 403; empty if it may pass.
     *
     * @param origin the Origin header, or null
     * @param host the Host header, or null
     */
    public Optional<String> refusal(@Nullable String origin, @Nullable String host) {
        if (host == null || !isAllowed(host)) {
            return Optional.of("This Host is not allowed. Call Orgbench as 127.0.0.1 or by the tunnel's own address.");
        }
        if (origin != null && !isAllowedOrigin(origin)) {
            return Optional.of("This Origin is not allowed: web pages from elsewhere may not call Orgbench.");
        }
        return Optional.empty();
    }

    private boolean isAllowedOrigin(String origin) {
        Matcher matcher = ORIGIN.matcher(origin.strip().toLowerCase(Locale.ROOT));
        return matcher.matches() && isAllowed(matcher.group(1));
    }

    private boolean isAllowed(String authority) {
        String name = name(authority);
        return LOOPBACK.contains(name) || (!name.isEmpty() && furtherHosts.test(name));
    }

    /** In small letters, without the port; empty if it is no authority. */
    private static String name(String authority) {
        Matcher matcher = AUTHORITY.matcher(authority.strip().toLowerCase(Locale.ROOT));
        return matcher.matches() ? matcher.group(1) : "";
    }
}
