package dev.orgbench.ui.kit.grid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Texts too long for a table: their beginning stays in the row, all of them lies in a file. */
final class LongTexts {
    /** More characters than any cell shows. */
    static final int LONG = 4_000;

    private static final int SHOWN = 400;
    /** No field has such a name. */
    private static final String MARK = "\u0000cut";

    private final SpillFile spill;

    LongTexts(SpillFile spill) {
        this.spill = spill;
    }

    /** The value with long texts replaced; itself where it has none. */
    JsonNode shortened(JsonNode value) throws IOException {
        if (value.isTextual()) {
            return value.textValue().length() > LONG ? cut(value.textValue()) : value;
        }
        if (!value.isContainerNode() || !hasLong(value)) {
            return value;
        }
        if (value.isArray()) {
            ArrayNode list = RowStore.JSON.createArrayNode();
            for (JsonNode item : value) {
                list.add(shortened(item));
            }
            return list;
        }
        ObjectNode object = RowStore.JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            object.set(member.getKey(), shortened(member.getValue()));
        }
        return object;
    }

    /** The value with all long texts back in it. */
    JsonNode whole(JsonNode value) throws IOException {
        if (isCut(value)) {
            byte[] bytes =
                    spill.read(value.path("place").asLong(), value.path("bytes").asInt());
            return TextNode.valueOf(new String(bytes, StandardCharsets.UTF_8));
        }
        if (!value.isContainerNode() || !hasCut(value)) {
            return value;
        }
        if (value.isArray()) {
            ArrayNode list = RowStore.JSON.createArrayNode();
            for (JsonNode item : value) {
                list.add(whole(item));
            }
            return list;
        }
        ObjectNode object = RowStore.JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            object.set(member.getKey(), whole(member.getValue()));
        }
        return object;
    }

    /** Whether a value stands for a longer text. */
    static boolean isCut(JsonNode value) {
        return value.isObject() && value.has(MARK);
    }

    /** How a cut text begins. */
    static String beginning(JsonNode cut) {
        return cut.path(MARK).asText();
    }

    /** How many characters a cut text has. */
    static int length(JsonNode cut) {
        return cut.path("characters").asInt();
    }

    private JsonNode cut(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
        ObjectNode cut = RowStore.JSON.createObjectNode();
        cut.put(MARK, text.substring(0, end));
        cut.put("characters", text.length());
        cut.put("place", spill.write(bytes));
        cut.put("bytes", bytes.length);
        return cut;
    }

    private static boolean hasLong(JsonNode value) {
        for (JsonNode item : value) {
            if (item.isTextual() ? item.textValue().length() > LONG : item.isContainerNode() && hasLong(item)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasCut(JsonNode value) {
        for (JsonNode item : value) {
            if (isCut(item) || (item.isContainerNode() && hasCut(item))) {
                return true;
            }
        }
        return false;
    }
}
