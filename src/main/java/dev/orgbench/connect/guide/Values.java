package dev.orgbench.connect.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.orgbench.connect.HandedServer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is put in place of <code>{{url}}</code> and the like. A template that asks for something else is a fault of ours. */
record Values(Map<String, String> byName) {
    /** For the public address while there is none; cannot be mistaken for a host. */
    static final String STAND_IN = "https://YOUR-TUNNEL";

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    static Values of(HandedServer server, String url) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("url", url);
        values.put("name", server.name());
        values.put("key", server.key());
        values.put("description", "Salesforce tools for the org " + server.org());
        values.put("question", "Which five accounts were changed last?");
        return new Values(values);
    }

    Values with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(byName);
        more.put(name, value);
        return new Values(more);
    }

    Values masked(HandedServer server) {
        Map<String, String> masked = new LinkedHashMap<>();
        byName.forEach((name, value) -> masked.put(name, server.mask(value)));
        return new Values(masked);
    }

    String get(String name) {
        return Objects.requireNonNull(byName.get(name), () -> "No value is called " + name);
    }

    /** For texts that are read by people. */
    String fill(String template) {
        return fill(template, UnaryOperator.identity());
    }

    /** For commands, where each value stands between single quotes. */
    String fillShell(String template) {
        return fill(template, value -> value.replace("'", "'\\''"));
    }

    JsonNode fill(JsonNode template) {
        return switch (template) {
            case TextNode text -> JsonNodeFactory.instance.textNode(fill(text.textValue()));
            case ObjectNode object -> {
                ObjectNode filled = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(member -> filled.set(fill(member.getKey()), fill(member.getValue())));
                yield filled;
            }
            case ArrayNode array -> {
                ArrayNode filled = JsonNodeFactory.instance.arrayNode();
                array.forEach(item -> filled.add(fill(item)));
                yield filled;
            }
            default -> template;
        };
    }

    private String fill(String template, UnaryOperator<String> quoted) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(quoted.apply(get(place.group(1)))));
    }
}
