package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.JsonText;
import java.util.HashMap;
import java.util.Map;

/** All that a person has written into a form, to be brought back by {@link FormModel#restore}. Never changes. */
public final class Written {
    private final ObjectNode arguments;
    private final String rawText;
    private final Map<JsonPointer, Unfinished> unfinished;
    private final boolean raw;

    Written(ObjectNode arguments, String rawText, Map<JsonPointer, Unfinished> unfinished, boolean raw) {
        this.arguments = arguments;
        this.rawText = rawText;
        this.unfinished = Map.copyOf(unfinished);
        this.raw = raw;
    }

    /** Text that is no JSON yet, and why not. */
    record Unfinished(String text, String problem) {}

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return arguments.isEmpty() && unfinished.isEmpty();
    }

    /** About how many characters it has; quick. */
    public int size() {
        int size = rawText.length();
        for (JsonNode value : arguments) {
            size += value.isTextual() ? value.textValue().length() : 20;
        }
        return size;
    }

    /** As a text that {@link #of} reads. */
    public String text() {
        ObjectNode text = JsonText.NODES.objectNode();
        text.put("raw", raw);
        text.set("arguments", arguments);
        if (raw) {
            text.put("rawText", rawText);
        }
        ObjectNode places = text.putObject("unfinished");
        unfinished.forEach((place, typed) ->
                places.putObject(place.toString()).put("text", typed.text()).put("problem", typed.problem()));
        return JsonText.compact(text);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws JsonText.Malformed if it is something else
     */
    public static Written of(String text) throws JsonText.Malformed {
        ObjectNode read = JsonText.parseObject(text);
        ObjectNode arguments =
                read.path("arguments") instanceof ObjectNode object ? object : JsonText.NODES.objectNode();
        Map<JsonPointer, Unfinished> unfinished = new HashMap<>();
        for (Map.Entry<String, JsonNode> each : read.path("unfinished").properties()) {
            unfinished.put(
                    JsonPointer.compile(each.getKey()),
                    new Unfinished(
                            each.getValue().path("text").asText(),
                            each.getValue().path("problem").asText()));
        }
        String rawText = read.has("rawText") ? read.get("rawText").asText() : JsonText.pretty(arguments);
        return new Written(arguments, rawText, unfinished, read.path("raw").asBoolean());
    }

    ObjectNode arguments() {
        return arguments;
    }

    String rawText() {
        return rawText;
    }

    Map<JsonPointer, Unfinished> unfinished() {
        return unfinished;
    }

    boolean raw() {
        return raw;
    }
}
