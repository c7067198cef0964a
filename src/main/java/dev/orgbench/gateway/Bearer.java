package dev.orgbench.gateway;

import dev.orgbench.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The Authorization header.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750</a>
 */
final class Bearer {
    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /** The token that the request carries; empty if it carries none. */
    static Optional<String> of(HttpRequest request) {
        return request.header("Authorization")
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip())
                .filter(token -> !token.isEmpty());
    }

    /** Compares in a time that tells nothing of where two tokens differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** What a 401 says of how to get in. */
    static String challenge(boolean tokenWasSent) {
        return "Bearer realm=\"Orgbench\"" + (tokenWasSent ? ", error=\"invalid_token\"" : "");
    }
}
