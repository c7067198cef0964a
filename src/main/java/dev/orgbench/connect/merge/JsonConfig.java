package dev.orgbench.connect.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.connect.ConfigJson;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JSON file's text. What is put into it changes nothing else: comments, order, blanks and numbers stay as they are. */
final class JsonConfig {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();
    private static final Pattern FIRST_INDENT = Pattern.compile("\\{\\s*\\R([ \\t]+)[\"/]");

    private final String text;
    private final JsonPlaces root;
    private final String lineBreak;
    private final String unit;

    JsonConfig(String text, boolean comments) throws UnreadableConfigException {
        this.text = text.isBlank() ? "{}\n" : text;
        this.root = JsonPlaces.of(this.text, comments);
        this.lineBreak = this.text.contains("\r\n") ? "\r\n" : "\n";
        Matcher first = FIRST_INDENT.matcher(this.text);
        this.unit = first.find() ? first.group(1) : "  ";
    }

    /** The text with {@code value} at {@code path}; objects on the way are made where they are missing. */
    String with(List<String> path, JsonNode value) throws UnreadableConfigException {
        JsonPlaces place = root;
        for (int depth = 0; depth < path.size(); depth++) {
            if (!(place instanceof JsonPlaces.Members members)) {
                String where = depth == 0 ? "It" : "Its \"" + path.get(depth - 1) + "\"";
                throw new UnreadableConfigException(where + " is not a JSON object ({...}), so nothing can be put into"
                        + " it. Mend it first; nothing was changed.");
            }
            JsonPlaces next = members.values().get(path.get(depth));
            if (next == null) {
                return insert(members, path.get(depth), nested(path.subList(depth + 1, path.size()), value));
            }
            place = next;
        }
        String indent = indentOfLine(place.start());
        return text.substring(0, place.start()) + pretty(value, indent) + text.substring(place.end());
    }

    /** The text with {@code item} in the list under {@code key}, unless one with its {@code id} is there already. */
    String withItem(String key, JsonNode item) throws UnreadableConfigException {
        JsonPlaces place =
                root instanceof JsonPlaces.Members members ? members.values().get(key) : null;
        if (place == null
                || (place instanceof JsonPlaces.Items none && none.values().isEmpty())) {
            return with(List.of(key), JsonNodeFactory.instance.arrayNode().add(item));
        }
        if (!(place instanceof JsonPlaces.Items items)) {
            throw new UnreadableConfigException(
                    "Its \"" + key + "\" is not a list ([...]). Mend it first; nothing was changed.");
        }
        for (JsonPlaces known : items.values()) {
            if (tree(known).path("id").equals(item.path("id"))) {
                return text;
            }
        }
        int end = items.values().getLast().end();
        String indent = indentOfLine(items.values().getLast().start());
        return text.substring(0, end) + "," + lineBreak + indent + pretty(item, indent) + text.substring(end);
    }

    private JsonNode tree(JsonPlaces place) {
        try {
            return JSON.readTree(text.substring(place.start(), place.end()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("It was read before", e);
        }
    }

    private String insert(JsonPlaces.Members into, String name, JsonNode value) {
        String outer = indentOfLine(into.start());
        String inner = outer + unit;
        String member = JsonNodeFactory.instance.textNode(name) + ": " + pretty(value, inner);
        if (into.values().isEmpty()) {
            String kept = text.substring(into.start() + 1, into.end() - 1).stripTrailing();
            return text.substring(0, into.start() + 1)
                    + kept
                    + lineBreak
                    + inner
                    + member
                    + lineBreak
                    + outer
                    + text.substring(into.end() - 1);
        }
        JsonPlaces last = into.values().values().stream().toList().getLast();
        String between = text.substring(into.start() + 1, last.end());
        if (between.contains("\n")) {
            // Right behind the last value: a comment or a last comma after it stays where it is.
            return text.substring(0, last.end()) + "," + lineBreak + inner + member + text.substring(last.end());
        }
        String rest = text.substring(last.end(), into.end() - 1).stripTrailing();
        return text.substring(0, into.start() + 1) + lineBreak + inner + between.strip() + "," + lineBreak + inner
                + member + rest + lineBreak + outer + text.substring(into.end() - 1);
    }

    private static JsonNode nested(List<String> path, JsonNode value) {
        JsonNode whole = value;
        for (String key : path.reversed()) {
            ObjectNode outer = JsonNodeFactory.instance.objectNode();
            outer.set(key, whole);
            whole = outer;
        }
        return whole;
    }

    private String pretty(JsonNode value, String indent) {
        return ConfigJson.pretty(value, unit, lineBreak).replace(lineBreak, lineBreak + indent);
    }

    private String indentOfLine(int index) {
        int start = text.lastIndexOf('\n', index) + 1;
        int end = start;
        while (end < index && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }
}
