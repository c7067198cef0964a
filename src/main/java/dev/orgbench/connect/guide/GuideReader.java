package dev.orgbench.connect.guide;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.connect.Machine;
import dev.orgbench.connect.merge.ConfigEntry;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads a guide's YAML. The files are ours, so a fault in one is a bug and stops the start. */
final class GuideReader {
    private final JsonNode notes;

    GuideReader(JsonNode notes) {
        this.notes = notes;
    }

    Guide read(JsonNode guide) {
        return new Guide(
                text(guide, "id"),
                text(guide, "name"),
                text(guide, "about"),
                list(guide.at("/found/programs"), JsonNode::textValue),
                list(guide.at("/found/files"), JsonNode::textValue),
                guide.at("/limits/tools").asInt(0),
                list(guide.path("ways"), this::way));
    }

    String note(String name) {
        return text(notes, name);
    }

    private Way way(JsonNode way) {
        return new Way(
                text(way, "id"),
                text(way, "name"),
                text(way, "about"),
                text(way, "reach").equals("public"),
                way.path("api_token").booleanValue(),
                way.path("needs").textValue(),
                list(way.path("steps"), JsonNode::textValue),
                list(way.path("snippets"), GuideReader::snippet),
                list(way.path("notes"), note -> note(note.textValue())));
    }

    private static SnippetTemplate snippet(JsonNode snippet) {
        SnippetTemplate.Content plain = content(snippet, "");
        boolean other = snippet.has("token_text") || snippet.has("token_json") || snippet.has("token_body");
        return new SnippetTemplate(
                text(snippet, "name"),
                plain,
                other ? content(snippet, "token_") : plain,
                list(snippet.path("files"), GuideReader::file));
    }

    private static SnippetTemplate.Content content(JsonNode snippet, String prefix) {
        if (snippet.has("entry")) {
            JsonNode entry = snippet.path("entry");
            return new SnippetTemplate.Entry(
                    ConfigEntry.Format.valueOf(text(entry, "format").toUpperCase(Locale.ROOT)),
                    list(entry.path("path"), JsonNode::textValue),
                    snippet.path(prefix + "json"),
                    item(snippet.path(prefix + "item")));
        }
        if (snippet.has("text")) {
            String text = snippet.has(prefix + "text") ? text(snippet, prefix + "text") : text(snippet, "text");
            return new SnippetTemplate.Command(text, snippet.get(prefix + "body"));
        }
        return new SnippetTemplate.Json(snippet.path(prefix + "json"));
    }

    private static ConfigEntry.@Nullable ListItem item(JsonNode item) {
        return item.isObject() ? new ConfigEntry.ListItem(text(item, "list"), item.path("value")) : null;
    }

    private static ConfigFile file(JsonNode file) {
        Map<Machine.Kind, String> places = new EnumMap<>(Machine.Kind.class);
        for (Machine.Kind kind : Machine.Kind.values()) {
            String place = file.path(kind.name().toLowerCase(Locale.ROOT))
                    .asText(file.path("all").asText(""));
            if (!place.isEmpty()) {
                places.put(kind, place);
            }
        }
        return new ConfigFile(places, file.path("project").asText(""));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> each) {
        return StreamSupport.stream(array.spliterator(), false).map(each).toList();
    }

    private static String text(JsonNode node, String key) {
        String text = node.path(key).textValue();
        if (text == null || text.isBlank()) {
            throw new IllegalStateException("A guide lacks its " + key);
        }
        return text.strip();
    }
}
