package dev.orgbench.demo.soap.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.bundled.Bundled;
import dev.orgbench.demo.soap.Xml;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Metadata between XML and the JSON of the Tooling API. XML does not tell a list of one from a value nor a number from a
 * text: {@code metadata-keys.tsv} does. (Metadata API Developer Guide, "CustomField", "CustomObject".)
 */
final class MetadataJson {
    private static final String FULL_NAME = "fullName";

    private final Map<String, String> kinds = Bundled.lines("metadata-keys.tsv").stream()
            .map(line -> line.split("\t", -1))
            .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));

    /** What the Tooling API takes: all but the name and what the demo org has no use for. */
    ObjectNode toJson(Component component) {
        ObjectNode json = object(component.xml(), true);
        json.remove(FULL_NAME);
        return json;
    }

    private ObjectNode object(Xml xml, boolean outermost) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Xml child : xml.children()) {
            String kind = kinds.getOrDefault(child.name(), "text");
            if (child.isNil() || (outermost && kind.equals("unused"))) {
                continue;
            }
            JsonNode value = value(child, kind);
            if (kind.equals("list") && (value.isObject() || !child.name().equals("value"))) {
                ArrayNode list =
                        json.get(child.name()) instanceof ArrayNode earlier ? earlier : json.putArray(child.name());
                list.add(value);
            } else {
                json.set(child.name(), value);
            }
        }
        return json;
    }

    private JsonNode value(Xml xml, String kind) {
        if (!xml.children().isEmpty() || kind.equals("object")) {
            return object(xml, false);
        }
        String text = xml.text();
        return switch (kind) {
            case "boolean" ->
                text.strip().equals("true") || text.strip().equals("false")
                        ? JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(text.strip()))
                        : JsonNodeFactory.instance.textNode(text);
            case "number" ->
                text.strip().matches("\\d{1,9}")
                        ? JsonNodeFactory.instance.numberNode(Integer.parseInt(text.strip()))
                        : JsonNodeFactory.instance.textNode(text);
            default -> JsonNodeFactory.instance.textNode(text);
        };
    }

    /** The keys that have values, by the alphabet but the name first, as Salesforce writes them. */
    List<Xml> toXml(String fullName, ObjectNode json, Collection<Xml> more) {
        List<Xml> keys = new ArrayList<>(keys(json));
        keys.addAll(more);
        keys.sort((a, b) -> a.name().compareTo(b.name()));
        if (!fullName.isEmpty()) {
            keys.addFirst(Xml.of(FULL_NAME, fullName));
        }
        return keys;
    }

    private List<Xml> keys(ObjectNode json) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        json.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        List<Xml> keys = new ArrayList<>();
        JsonNode name = sorted.remove(FULL_NAME);
        if (name != null) {
            key(FULL_NAME, name, keys);
        }
        sorted.forEach((key, value) -> {
            for (JsonNode one : value.isArray() ? value : List.of(value)) {
                key(key, one, keys);
            }
        });
        return keys;
    }

    private void key(String name, JsonNode value, List<Xml> keys) {
        if (value instanceof ObjectNode object) {
            keys.add(Xml.parent(name, keys(object)));
        } else if (!value.isNull()) {
            keys.add(Xml.of(name, value.asText()));
        }
    }
}
