package dev.orgbench.mcp.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** JSON-RPC as the client reads it: numbers digit for digit, and whatever is not the awaited answer told apart. */
final class WireJson {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Wire.LONGEST_ANSWER)
                            .build())
                    .build())
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private WireJson() {}

    static String write(ObjectNode message) {
        return message.toString();
    }

    /** A request; {@code params} becomes a part of it. */
    static ObjectNode request(long id, String method, ObjectNode params) {
        ObjectNode message = NODES.objectNode().put("jsonrpc", "2.0").put("id", id);
        message.put("method", method).set("params", params);
        return message;
    }

    static ObjectNode notification(String method) {
        return NODES.objectNode().put("jsonrpc", "2.0").put("method", method);
    }

    /** The JSON object that {@code text} is; null if it is anything else. */
    static @Nullable ObjectNode object(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode node ? node : null;
        } catch (JsonProcessingException | NumberFormatException e) {
            return null;
        }
    }

    /** Whether {@code node} is the JSON-RPC response to the request {@code id}. */
    static boolean isResponse(ObjectNode node, JsonNode id) {
        JsonNode echoed = node.path("id");
        if (node.path("error").isObject()) {
            // A server that could not make out the id sends null, or none.
            return echoed.isNull() || echoed.isMissingNode() || isSame(echoed, id);
        }
        return node.path("result").isObject() && isSame(echoed, id);
    }

    /** Ids of ours are integers; JSON does not tell {@code 1} from {@code 1.0}. */
    private static boolean isSame(JsonNode echoed, JsonNode id) {
        return echoed.isNumber() && id.isNumber() && echoed.decimalValue().compareTo(id.decimalValue()) == 0;
    }
}
