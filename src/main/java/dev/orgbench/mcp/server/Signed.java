package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Small JSON objects that clients keep for us and bring back: as text of letters, digits, {@code -} and {@code _}, with a
 * signature (HMAC-SHA256, 128 bits of it). They are not encrypted. Any gateway with the same key can read them.
 */
final class Signed {
    private static final int SIGNATURE_BYTES = 16;
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    Signed(byte[] key) {
        this.key = new SecretKeySpec(key, HMAC);
    }

    /** @param subject what it is good for; not contained in the text */
    String write(ObjectNode content, String subject) {
        byte[] text = JsonText.encode(JsonText.write(content));
        byte[] whole = Arrays.copyOf(signature(text, subject), SIGNATURE_BYTES + text.length);
        System.arraycopy(text, 0, whole, SIGNATURE_BYTES, text.length);
        return text(whole);
    }

    /** The content; empty if it was changed, made with another key, or for another subject. */
    Optional<ObjectNode> read(String signed, String subject) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(signed);
            // Base64 has several texts for the same bytes; only the one that was given is good.
            if (whole.length <= SIGNATURE_BYTES || !text(whole).equals(signed)) {
                return Optional.empty();
            }
            byte[] text = Arrays.copyOfRange(whole, SIGNATURE_BYTES, whole.length);
            boolean ours = MessageDigest.isEqual(Arrays.copyOf(whole, SIGNATURE_BYTES), signature(text, subject));
            return ours && JsonText.read(text) instanceof ObjectNode content ? Optional.of(content) : Optional.empty();
        } catch (IllegalArgumentException | RpcException notOurs) {
            return Optional.empty();
        }
    }

    private static String text(byte[] whole) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    private byte[] signature(byte[] text, String subject) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(subject.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(text), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }
}
