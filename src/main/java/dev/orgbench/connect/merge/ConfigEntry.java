package dev.orgbench.connect.merge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to stand in a configuration file, and where.
 *
 * @param format how the file is written
 * @param path the keys from the root to the entry, as {@code mcpServers}, {@code demo-org}
 * @param value the entry
 * @param item what must also stand in a list of the same file, as what VS Code shall ask the person for; else null
 */
public record ConfigEntry(
        Format format,
        List<String> path,
        JsonNode value,
        @Nullable ListItem item) {
    /** How a configuration file is written. */
    public enum Format {
        /** JSON (RFC 8259). */
        JSON,
        /** JSON in which comments and a last comma may stand. */
        JSONC,
        /** TOML 1.0. */
        TOML
    }

    /**
     * One item of a list at the root of the file. One with the same {@code id} is taken to be there already.
     *
     * @param list the list's key
     * @param value an object with an {@code id}
     */
    public record ListItem(String list, JsonNode value) {}

    public ConfigEntry(Format format, List<String> path, JsonNode value) {
        this(format, path, value, null);
    }

    public ConfigEntry {
        path = List.copyOf(path);
        if (path.isEmpty()) {
            throw new IllegalArgumentException("An entry has a key");
        }
    }

    /** A file that holds this entry and nothing else; ends with a line break. */
    public String asWholeFile() {
        try {
            return mergedInto("");
        } catch (UnreadableConfigException e) {
            throw new IllegalStateException("An empty file can always be read", e);
        }
    }

    /** {@code before} with this entry in it, and everything else as it was. */
    String mergedInto(String before) throws UnreadableConfigException {
        return switch (format) {
            case JSON -> mergedIntoJson(before, false);
            case JSONC -> mergedIntoJson(before, true);
            case TOML -> new TomlConfig(before).with(path, value);
        };
    }

    private String mergedIntoJson(String before, boolean comments) throws UnreadableConfigException {
        String after = new JsonConfig(before, comments).with(path, value);
        return item == null ? after : new JsonConfig(after, comments).withItem(item.list(), item.value());
    }
}
