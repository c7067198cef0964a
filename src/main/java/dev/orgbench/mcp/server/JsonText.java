package dev.orgbench.mcp.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON as it stands on the wire: read strictly, its numbers kept digit for digit. */
final class JsonText {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** No tool argument comes near; a limit keeps hostile nesting from exhausting a stack further in. */
    private static final int DEEPEST = 200;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    // Two readers of {"a":1,"a":2} may see different calls, so neither is right.
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    /**
     * Reads one JSON text.
     *
     * @throws RpcException {@link RpcException#PARSE_ERROR} if it is empty, not UTF-8, not JSON, or ambiguous
     */
    static JsonNode read(byte[] utf8) throws RpcException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            JsonNode node = JSON.readTree(text);
            if (node.isMissingNode()) {
                throw new RpcException(RpcException.PARSE_ERROR, "The body is empty");
            }
            return node;
        } catch (CharacterCodingException e) {
            throw new RpcException(RpcException.PARSE_ERROR, "The body is not valid UTF-8", e);
        } catch (NumberFormatException e) {
            // Jackson lets this one through for exponents beyond those of BigDecimal.
            throw new RpcException(RpcException.PARSE_ERROR, "The body has a number out of all range", e);
        } catch (JsonProcessingException e) {
            throw new RpcException(RpcException.PARSE_ERROR, "The body is not valid JSON: " + fault(e), e);
        }
    }

    /** A number as JSON has it: whole ones without a point. */
    static JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? NODES.numberNode((long) value)
                : NODES.numberNode(value);
    }

    static String write(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON nodes could not be written", e);
        }
    }

    /** UTF-8. Unpaired surrogates, which JSON can escape and UTF-8 cannot hold, become question marks. */
    static byte[] encode(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** The fault in words for whoever wrote the JSON: Jackson's own also speak of its classes and settings. */
    private static String fault(JsonProcessingException e) {
        String fault =
                switch (e) {
                    case StreamConstraintsException _ -> "it is nested too deeply, or a name or a number is too long";
                    case JsonEOFException _ -> "it ends too early";
                    case MismatchedInputException _ -> "something follows its end";
                    default -> plain(e.getOriginalMessage());
                };
        JsonLocation at = e.getLocation();
        return at == null ? fault : fault + " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static String plain(String message) {
        return message.contains("`") ? "unexpected token" : message;
    }
}
