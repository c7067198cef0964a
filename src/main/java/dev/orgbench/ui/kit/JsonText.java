package dev.orgbench.ui.kit;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON between text and tree. Numbers keep every digit, members keep their order. */
public final class JsonText {
    /** Makes nodes. */
    public static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // A name that stands twice would lose one of its values without a word.
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final DefaultPrettyPrinter PRETTY = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator("")
                    .withObjectEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private JsonText() {}

    /**
     * Reads one JSON value.
     *
     * @throws Malformed if {@code text} is none
     */
    public static JsonNode parse(String text) throws Malformed {
        try {
            JsonNode node = JSON.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw new Malformed("There is nothing here yet. Write a JSON value.", 1, 1);
            }
            return node;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new Malformed(inPlainWords(e), at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr());
        }
    }

    /**
     * Reads one JSON object.
     *
     * @throws Malformed if {@code text} is none
     */
    public static ObjectNode parseObject(String text) throws Malformed {
        if (parse(text) instanceof ObjectNode object) {
            return object;
        }
        throw new Malformed("A JSON object is needed: { ... }", 1, 1);
    }

    /** The value with one member a line, indented by two. */
    public static String pretty(JsonNode node) {
        return write(node, true);
    }

    /** The value on one line, as it goes over the wire. */
    public static String compact(JsonNode node) {
        return write(node, false);
    }

    /** {@code text} made pretty if it is JSON, else as it is. */
    public static String prettyIfJson(String text) {
        if (text.isBlank()) {
            return text;
        }
        try {
            return pretty(parse(text));
        } catch (Malformed e) {
            return text;
        }
    }

    private static String write(JsonNode node, boolean pretty) {
        try {
            return pretty ? JSON.writer(PRETTY).writeValueAsString(node) : JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree can always be written", e);
        }
    }

    private static String inPlainWords(JsonProcessingException e) {
        String first = e.getOriginalMessage().lines().findFirst().orElse("");
        if (first.startsWith("Duplicate")) {
            return first.replace("Duplicate field", "The name stands twice:");
        }
        if (first.startsWith("Unexpected end-of-input")) {
            return "The text ends too early: a bracket or a quote is still open.";
        }
        if (e.getProcessor() instanceof JsonParser && first.startsWith("Unexpected character ('}'")) {
            return "Something is missing before this }: a value, or there is a comma too many.";
        }
        return first.replaceAll("\\s*\\(code \\d+\\)", "").replaceAll("^Unexpected character", "Did not expect");
    }

    /** Text that is no JSON; says where, counted from 1. */
    public static final class Malformed extends Exception {
        private final int row;
        private final int column;

        Malformed(String message, int row, int column) {
            super(message);
            this.row = row;
            this.column = column;
        }

        /** What is wrong and where, in one sentence. */
        public String text() {
            return "Row " + row + ", column " + column + ": " + getMessage();
        }
    }
}
