package dev.orgbench.connect;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An MCP server as it is handed to a client. Its URL's last segment is the token: whoever has it may call the tools.
 *
 * @param id the server's own
 * @param name what the person calls it
 * @param org what the org behind it is called
 * @param url {@code http://127.0.0.1:PORT/mcp/TOKEN}
 * @param asksForToken whether callers must also send {@code Authorization: Bearer} with an API token
 * @param expiresAt the first instant at which it is refused; null if it does not expire
 */
public record HandedServer(
        String id,
        String name,
        String org,
        URI url,
        boolean asksForToken,
        @Nullable Instant expiresAt) {
    private static final int LONGEST_KEY = 16;
    private static final int SHORTEST_MASKED = 8;

    /**
     * The name under which configuration files have it: at most 16 of {@code a-z 0-9 -}. Short, because some clients
     * count it into the length of every tool's name.
     */
    public String key() {
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String cut = slug.length() <= LONGEST_KEY
                ? slug
                : slug.substring(0, LONGEST_KEY).replaceAll("-+$", "");
        return cut.isEmpty() ? "orgbench" : cut;
    }

    /** The secret in the URL. */
    public String token() {
        String path = url.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The secret, fit for the screen: {@code 9f3c…e1}. */
    public String maskedToken() {
        String token = token();
        return token.length() < SHORTEST_MASKED
                ? "…"
                : token.substring(0, 4) + "…" + token.substring(token.length() - 2);
    }

    /** The port on this machine at which it is served. */
    public int port() {
        return url.getPort();
    }

    /** Its URL by way of a tunnel. */
    public URI through(URI publicBase) {
        String base = publicBase.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + url.getPath());
    }

    /** {@code text} without the token. */
    public String mask(String text) {
        return text.replace(token(), maskedToken());
    }

    /** Whether it is refused at {@code now}. */
    public boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "HandedServer[" + id + ", " + name + ", " + mask(url.toString()) + "]";
    }
}
