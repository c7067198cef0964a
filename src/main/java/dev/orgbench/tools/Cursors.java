package dev.orgbench.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Places in lists as opaque texts: signed, and good only for the server, the org, the tool and the arguments that they were made
 * for. They hold all that is needed, so any gateway with the same key can go on.
 */
final class Cursors {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int SIGNATURE_BYTES = 16;

    private final byte[] key;

    Cursors(byte[] key) {
        this.key = key.clone();
    }

    /**
     * A place in a list.
     *
     * @param page the path of the page; empty for the first
     * @param skip how many items of that page have been given already
     * @param size how long a page was asked for; 0 if none was
     */
    record Place(String page, int skip, int size) {}

    /** @param subject what the cursor is bound to */
    String write(Place place, String subject) {
        ObjectNode payload = JsonNodeFactory.instance
                .objectNode()
                .put("p", place.page())
                .put("s", place.skip())
                .put("n", place.size());
        byte[] text = payload.toString().getBytes(StandardCharsets.UTF_8);
        byte[] signature = sign(text, subject);
        byte[] whole = Arrays.copyOf(signature, SIGNATURE_BYTES + text.length);
        System.arraycopy(text, 0, whole, SIGNATURE_BYTES, text.length);
        return text(whole);
    }

    private static String text(byte[] whole) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** @throws Refusal if it was changed, or made for something else */
    Place read(String cursor, String subject) throws Refusal {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(cursor);
            // Base64 has several texts for the same bytes; only the one that was given is good.
            if (whole.length > SIGNATURE_BYTES && text(whole).equals(cursor)) {
                byte[] text = Arrays.copyOfRange(whole, SIGNATURE_BYTES, whole.length);
                byte[] signature = Arrays.copyOf(whole, SIGNATURE_BYTES);
                if (MessageDigest.isEqual(signature, sign(text, subject))) {
                    JsonNode payload = MAPPER.readTree(new String(text, StandardCharsets.UTF_8));
                    return new Place(
                            payload.path("p").asText(),
                            payload.path("s").asInt(),
                            payload.path("n").asInt());
                }
            }
        } catch (IllegalArgumentException | JsonProcessingException notOurs) {
            // Told below, as any other cursor that is not ours.
        }
        throw Refusal.ofArguments(
                "`next_cursor` is not one that this call was given. It belongs to one server, one tool"
                        + " and the same other arguments, and must be passed on unchanged. Leave it out to start from the"
                        + " first page.");
    }

    private byte[] sign(byte[] text, String subject) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(subject.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(text), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
