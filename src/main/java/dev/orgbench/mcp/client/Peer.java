package dev.orgbench.mcp.client;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The server at the other end, as it may be named to people: its URL's path is a secret, its host and port are not. */
final class Peer {
    private static final int SHORTEST_SECRET = 8;
    private static final int LONGEST_QUOTE = 200;

    private final HttpUrl url;

    Peer(HttpUrl url) {
        this.url = url;
    }

    HttpUrl url() {
        return url;
    }

    /** Host and port, as {@code 127.0.0.1:7420}; the host alone where the port is the scheme's own. */
    String name() {
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
    }

    /** Whether {@code other} is a URL of the same server: scheme, host and port. */
    boolean isOrigin(HttpUrl other) {
        return other.scheme().equals(url.scheme()) && other.host().equals(url.host()) && other.port() == url.port();
    }

    boolean isThisMachine() {
        return Set.of("127.0.0.1", "localhost", "::1").contains(url.host());
    }

    /** The first line of what the server said, short, and without any part of the URL that may be its token. */
    String quote(String said) {
        String line = said.lines()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        for (String secret : secrets()) {
            line = line.replace(secret, "…");
        }
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE - 1) + "…";
    }

    @Override
    public String toString() {
        return name();
    }

    private List<String> secrets() {
        List<String> segments = url.pathSegments();
        @Nullable String query = url.encodedQuery();
        return Stream.concat(
                        Stream.concat(segments.stream(), url.encodedPathSegments().stream()), Stream.ofNullable(query))
                .filter(part -> part.length() >= SHORTEST_SECRET)
                .toList();
    }
}
