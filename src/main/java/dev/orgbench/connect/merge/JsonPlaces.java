package dev.orgbench.connect.merge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where in a JSON text each value begins and ends, so that one can be changed without writing the others anew. */
sealed interface JsonPlaces {
    /** Index of the first character. */
    int start();

    /** Index after the last character. */
    int end();

    /** An object; {@code start} is its opening brace. */
    record Members(int start, int end, Map<String, JsonPlaces> values) implements JsonPlaces {}

    /** A list. */
    record Items(int start, int end, List<JsonPlaces> values) implements JsonPlaces {}

    /** Anything else. */
    record Other(int start, int end) implements JsonPlaces {}

    /**
     * Reads a text.
     *
     * @param comments whether comments and a last comma are allowed
     */
    static JsonPlaces of(String text, boolean comments) throws UnreadableConfigException {
        JsonFactory factory = JsonFactory.builder()
                // Of two entries with one name, a client may take either: nobody can say which one is ours.
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .configure(JsonReadFeature.ALLOW_JAVA_COMMENTS, comments)
                .configure(JsonReadFeature.ALLOW_TRAILING_COMMA, comments)
                .build();
        try (JsonParser parser = factory.createParser(text)) {
            parser.nextToken();
            JsonPlaces root = read(parser);
            if (parser.nextToken() != null) {
                throw new UnreadableConfigException("It holds more than one JSON value. Nothing was changed.");
            }
            return root;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new UnreadableConfigException(
                    "It is not valid JSON" + (line > 0 ? " (line " + line + ")" : "") + ": " + inPlainWords(e)
                            + ". Mend it first; nothing was changed.",
                    e);
        } catch (IOException e) {
            throw new IllegalStateException("A string can always be read", e);
        }
    }

    private static String inPlainWords(JsonProcessingException e) {
        String first = e.getOriginalMessage().lines().findFirst().orElse("");
        return first.isEmpty() || first.startsWith("Unexpected end-of-input")
                ? "it ends while a bracket or a quote is still open"
                : first.replaceAll("\\s*\\(code \\d+\\)", "").replaceAll("^Unexpected character", "did not expect");
    }

    private static JsonPlaces read(JsonParser parser) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, JsonPlaces> values = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                values.put(name, read(parser));
            }
            return new Members(start, offset(parser), values);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<JsonPlaces> values = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.add(read(parser));
            }
            return new Items(start, offset(parser), values);
        }
        // A string is only skipped to its end when it is asked for.
        parser.finishToken();
        return new Other(start, offset(parser));
    }

    private static int offset(JsonParser parser) {
        return (int) parser.currentLocation().getCharOffset();
    }
}
