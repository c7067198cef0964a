package dev.orgbench.connect.guide;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.connect.ConfigJson;
import dev.orgbench.connect.merge.ConfigEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with places for a server's values.
 *
 * @param name what it is
 * @param plain what it says for a server that asks for no API token
 * @param withToken what it says for one that does
 * @param files where a file with it lies
 */
record SnippetTemplate(String name, Content plain, Content withToken, List<ConfigFile> files) {
    /** What a snippet says. */
    sealed interface Content {}

    /**
     * A command.
     *
     * @param body JSON that stands in it as <code>{{body}}</code>; null if none does
     */
    record Command(String text, @Nullable JsonNode body) implements Content {}

    /** JSON that belongs into no file. */
    record Json(JsonNode value) implements Content {}

    /** An entry of a configuration file. */
    record Entry(ConfigEntry.Format format, List<String> path, JsonNode value, ConfigEntry.@Nullable ListItem item)
            implements Content {}

    Snippet fill(Values whole, Values masked, boolean token) {
        Content content = token ? withToken : plain;
        ConfigEntry entry = content instanceof Entry filling ? entry(filling, whole) : null;
        return new Snippet(name, language(content), text(content, whole), text(content, masked), entry, files);
    }

    private static Snippet.Language language(Content content) {
        return switch (content) {
            case Command _ -> Snippet.Language.SHELL;
            case Json _ -> Snippet.Language.JSON;
            case Entry entry ->
                entry.format() == ConfigEntry.Format.TOML ? Snippet.Language.TOML : Snippet.Language.JSON;
        };
    }

    private static String text(Content content, Values values) {
        return switch (content) {
            case Command command -> {
                JsonNode body = command.body();
                Values all = body == null ? values : values.with("body", ConfigJson.pretty(values.fill(body)));
                yield all.fillShell(command.text()).stripTrailing() + "\n";
            }
            case Json json -> ConfigJson.pretty(values.fill(json.value())) + "\n";
            case Entry entry -> entry(entry, values).asWholeFile();
        };
    }

    private static ConfigEntry entry(Entry entry, Values values) {
        return new ConfigEntry(
                entry.format(),
                entry.path().stream().map(values::fill).toList(),
                values.fill(entry.value()),
                entry.item());
    }
}
