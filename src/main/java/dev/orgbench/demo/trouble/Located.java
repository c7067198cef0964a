package dev.orgbench.demo.trouble;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a YAML or JSON text, with the line it stands in. */
sealed interface Located {
    int line();

    /** Text, a number, a truth value; empty for null. */
    record Scalar(int line, String text) implements Located {}

    record Many(int line, List<Located> values) implements Located {}

    record Keyed(int line, Map<String, Located> values) implements Located {}

    /** The only value of {@code text}, which is JSON if it begins with a brace. */
    static Located read(String text) throws FaultyScenarioException {
        JsonFactory format = text.stripLeading().startsWith("{") ? new JsonFactory() : new YAMLFactory();
        try (JsonParser parser = format.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new FaultyScenarioException(1, "there is nothing here. Write a list of `rules`");
            }
            Located value = value(parser);
            if (parser.nextToken() != null) {
                throw new FaultyScenarioException(line(parser), "a second document begins here. Write one only");
            }
            return value;
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            String problem =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            throw new FaultyScenarioException(
                    place == null ? 1 : place.getLineNr(),
                    "this is neither YAML nor JSON (" + problem + "). Check indentation, colons and quotes");
        } catch (IOException e) {
            throw new FaultyScenarioException(1, "this can not be read: " + e.getMessage());
        }
    }

    private static Located value(JsonParser parser) throws IOException, FaultyScenarioException {
        int line = line(parser);
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Located> values = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    int keyLine = line(parser);
                    parser.nextToken();
                    if (values.put(key, value(parser)) != null) {
                        throw new FaultyScenarioException(keyLine, "`" + key + "` stands here twice. Keep one");
                    }
                }
                yield new Keyed(line, values);
            }
            case START_ARRAY -> {
                List<Located> values = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    values.add(value(parser));
                }
                yield new Many(line, values);
            }
            case VALUE_NULL -> new Scalar(line, "");
            default -> new Scalar(line, parser.getText());
        };
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
