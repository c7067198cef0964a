package dev.orgbench.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The body of a request to the management API: one JSON object in UTF-8 (RFC 8259, 8.1), read strictly. */
final class JsonBody {
    /** The most bytes that it may have. */
    static final int LIMIT = 64 * 1024;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    // However long a number is, the rule for it tells more than the parser would.
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(LIMIT)
                            .maxNameLength(LIMIT)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    /**
     * Reads it.
     *
     * @param title of the problem that its faults make, as {@code Invalid server}
     * @param example what it might look like
     */
    static Member object(byte[] body, String title, String example) throws Problem {
        JsonNode json;
        try {
            json = JSON.readTree(text(body));
        } catch (JsonProcessingException e) {
            throw new Problem(
                    400,
                    "Malformed JSON",
                    "The body is not JSON, has a key twice, or is nested too deeply" + at(e) + ".");
        } catch (CharacterCodingException e) {
            throw new Problem(400, "Malformed JSON", "The body is not JSON in UTF-8.");
        }
        if (!json.isObject()) {
            throw Problem.invalid(title, "", "The body must be a JSON object, as " + example + ".");
        }
        return new Member(json, "", title);
    }

    private static String text(byte[] body) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(body))
                .toString();
        // UTF-16 and UTF-32 of plain English can be read as UTF-8 that is full of it; JSON has no such sign.
        if (text.indexOf('\0') >= 0) {
            throw new CharacterCodingException();
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static String at(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : " from line " + at.getLineNr() + ", column " + at.getColumnNr() + " on";
    }
}
