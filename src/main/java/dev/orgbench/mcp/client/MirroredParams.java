package dev.orgbench.mcp.client;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import okhttp3.Headers;

/**
 * The arguments that a tool wants to have repeated in headers, by {@code x-mcp-header} in its schema (2026-07-28,
 * streamable-http, "Custom Headers from Tool Parameters").
 */
final class MirroredParams {
    private static final String MARK = "x-mcp-header";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Set<String> TYPES = Set.of("string", "integer", "boolean");

    private final Map<String, Map<JsonPointer, String>> byTool = new ConcurrentHashMap<>();

    /**
     * Learns a tool's marks.
     *
     * @return whether they keep the rules; a tool whose marks do not must not be offered
     */
    boolean learn(JsonNode tool) {
        Map<JsonPointer, String> marks = new LinkedHashMap<>();
        JsonNode schema = tool.path("inputSchema");
        collect(schema, JsonPointer.empty(), marks);
        // A mark anywhere else than under "properties" alone is a fault.
        long all =
                schema.findValues(MARK).stream().filter(JsonNode::isValueNode).count();
        Set<String> names = new HashSet<>();
        boolean sound = marks.size() == all
                && marks.values().stream()
                        .allMatch(name -> TOKEN.matcher(name).matches() && names.add(name.toLowerCase(Locale.ROOT)));
        if (sound) {
            byTool.put(tool.path("name").asText(), marks);
        }
        return sound;
    }

    /** Adds the headers for a call. */
    void addTo(Headers.Builder headers, ObjectNode params) {
        byTool.getOrDefault(params.path("name").asText(), Map.of()).forEach((at, name) -> {
            JsonNode value = params.path("arguments").at(at);
            if (value.isValueNode() && !value.isNull()) {
                headers.add("Mcp-Param-" + name, Envelope.value(value.asText()));
            }
        });
    }

    private static void collect(JsonNode schema, JsonPointer at, Map<JsonPointer, String> marks) {
        schema.path("properties").properties().forEach(property -> {
            JsonPointer place = at.appendProperty(property.getKey());
            JsonNode mark = property.getValue().path(MARK);
            if (mark.isTextual()
                    && TYPES.contains(property.getValue().path("type").asText())) {
                marks.put(place, mark.asText());
            }
            collect(property.getValue(), place, marks);
        });
    }
}
