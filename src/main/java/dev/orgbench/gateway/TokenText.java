package dev.orgbench.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes tokens and ids, and the hashes by which tokens are known. */
final class TokenText {
    private static final int TOKEN_BYTES = 24;
    private static final int ID_BYTES = 4;

    private final SecureRandom random = new SecureRandom();

    /** 192 random bits in hex. */
    String token() {
        return hex(TOKEN_BYTES);
    }

    /** Eight hex digits: unique among the few servers of a person, no secret. */
    String id() {
        return hex(ID_BYTES);
    }

    private String hex(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }

    /** SHA-256 in hex. No salt: a token is random, so there is no dictionary to protect it from. */
    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
