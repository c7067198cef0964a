package dev.orgbench.demo.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Codes that a person's Allow gave to a client. Each works once, within fifteen minutes (RFC 6749, 4.1.2). */
final class AuthorizationCodes {
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final int CODE_BYTES = 48;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Grant> given = new ConcurrentHashMap<>();
    private final Clock clock;

    AuthorizationCodes(Clock clock) {
        this.clock = clock;
    }

    /**
     * What was allowed, and to whom.
     *
     * @param challenge the S256 code challenge (RFC 7636, 4.2); empty if the client sent none
     */
    record Grant(String userId, String redirectUri, String challenge, boolean refreshable, Instant at) {
        /** Whether {@code verifier} is the one behind the challenge. */
        boolean isProvenBy(String verifier) {
            return challenge.isEmpty() || MessageDigest.isEqual(ascii(challenge), ascii(hash(verifier)));
        }
    }

    String give(String userId, String redirectUri, String challenge, boolean refreshable) {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        // Salesforce's codes end in == and so must be percent-encoded by whoever sends them.
        String code = "aPrx" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "==";
        given.values().removeIf(this::isOver);
        given.put(code, new Grant(userId, redirectUri, challenge, refreshable, clock.instant()));
        return code;
    }

    /** The grant behind a code, which is used up by this. */
    Optional<Grant> take(String code) {
        return Optional.ofNullable(given.remove(code)).filter(grant -> !isOver(grant));
    }

    private boolean isOver(Grant grant) {
        return clock.instant().isAfter(grant.at().plus(LIFE));
    }

    private static String hash(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(ascii(verifier));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
