package dev.orgbench.ui.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The values of a picklist as a person writes them: one a line, {@code Value => Label}, {@code *} before the default. In
 * a value that has these signs in itself, a backslash stands before them.
 */
final class PicklistText {
    private static final int MOST = 1_000;
    private static final int LONGEST = 255;
    private static final String ARROW = "=>";
    private static final String DEFAULT = "*";
    private static final Pattern SEPARATOR = Pattern.compile("(?<!\\\\)=>");

    private PicklistText() {}

    /** One value. */
    record Value(String name, String label, boolean byDefault) {
        ObjectNode json() {
            return JsonText.NODES
                    .objectNode()
                    .put("fullName", name)
                    .put("label", label)
                    .put("default", byDefault);
        }
    }

    static List<Value> read(String text) {
        List<Value> values = new ArrayList<>();
        for (String line :
                text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
            boolean byDefault = line.startsWith(DEFAULT);
            String[] parts = SEPARATOR.split(byDefault ? line.substring(1) : line, 2);
            String name = plain(parts[0].strip());
            String label = parts.length < 2 ? "" : parts[1].strip();
            values.add(new Value(name, label.isEmpty() ? name : label, byDefault));
        }
        return values;
    }

    private static String escaped(String name) {
        String text = name.replace(ARROW, "\\" + ARROW);
        return text.startsWith(DEFAULT) ? "\\" + text : text;
    }

    private static String plain(String escaped) {
        String text = escaped.startsWith("\\" + DEFAULT) ? escaped.substring(1) : escaped;
        return text.replace("\\" + ARROW, ARROW);
    }

    /** What is wrong with {@code values}, in a sentence. */
    static Optional<String> problem(List<Value> values) {
        if (values.isEmpty()) {
            return Optional.of("Give at least one value.");
        }
        if (values.size() > MOST) {
            return Optional.of("A picklist has at most 1,000 values; these are " + values.size() + ".");
        }
        Map<String, String> seen = new LinkedHashMap<>();
        for (Value value : values) {
            if (value.name().isEmpty() || value.name().length() > LONGEST) {
                return Optional.of("A value has 1 to 255 characters.");
            }
            if (seen.put(value.name().toLowerCase(Locale.ROOT), value.name()) != null) {
                return Optional.of("\"" + value.name() + "\" stands twice.");
            }
        }
        return values.stream().filter(Value::byDefault).count() > 1
                ? Optional.of("Only one value can be the default.")
                : Optional.empty();
    }

    /** The active values of a field's Metadata, as they would be written here. */
    static String write(JsonNode metadata) {
        return stored(metadata).values().stream()
                .filter(value -> value.path("isActive").asBoolean(true))
                .map(value -> {
                    String name = name(value);
                    String label = value.path("label").asText(name);
                    return (value.path("default").asBoolean() ? DEFAULT + " " : "")
                            + escaped(name)
                            + (label.equals(name) ? "" : " " + ARROW + " " + label);
                })
                .collect(Collectors.joining("\n"));
    }

    static ObjectNode valueSet(List<Value> values, boolean restricted) {
        ObjectNode set = JsonText.NODES.objectNode().put("restricted", restricted);
        ObjectNode definition = set.putObject("valueSetDefinition").put("sorted", false);
        ArrayNode all = definition.putArray("value");
        values.forEach(value -> all.add(value.json()));
        return set;
    }

    /**
     * What must be sent so that a field of this Metadata has the values that are {@code written}: those left out are
     * retired. Empty if nothing. A text that was not touched changes no value.
     */
    static Optional<ObjectNode> changes(JsonNode metadata, String written, boolean restricted) {
        Map<String, JsonNode> stored = stored(metadata);
        ObjectNode set = JsonText.NODES.objectNode();
        boolean before = metadata.at("/valueSet/restricted").asBoolean();
        if (before != restricted) {
            set.put("restricted", restricted);
        }
        if (written.strip().equals(write(metadata).strip())) {
            return set.isEmpty() ? Optional.empty() : Optional.of(set);
        }
        ArrayNode changed = JsonText.NODES.arrayNode();
        for (Value value : read(written)) {
            JsonNode former = stored.remove(value.name());
            boolean same = former != null
                    && former.path("isActive").asBoolean(true)
                    && former.path("label").asText(value.name()).equals(value.label())
                    && former.path("default").asBoolean() == value.byDefault();
            if (!same) {
                ObjectNode json = value.json();
                if (former != null && !former.path("isActive").asBoolean(true)) {
                    json.put("isActive", true);
                }
                changed.add(json);
            }
        }
        stored.forEach((name, former) -> {
            if (former.path("isActive").asBoolean(true)) {
                changed.addObject().put("fullName", name).put("default", false).put("isActive", false);
            }
        });
        if (!changed.isEmpty()) {
            set.putObject("valueSetDefinition").set("value", changed);
        }
        return set.isEmpty() ? Optional.empty() : Optional.of(set);
    }

    private static Map<String, JsonNode> stored(JsonNode metadata) {
        Map<String, JsonNode> stored = new LinkedHashMap<>();
        metadata.at("/valueSet/valueSetDefinition/value").forEach(value -> stored.put(name(value), value));
        return stored;
    }

    private static String name(JsonNode value) {
        return value.path("fullName").asText(value.path("valueName").asText());
    }
}
