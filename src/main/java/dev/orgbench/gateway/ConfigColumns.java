package dev.orgbench.gateway;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A server's configuration in the columns of its row. Lists stand in one column, a name on each line. */
final class ConfigColumns {
    private ConfigColumns() {}

    /** The values, by the names of their columns. */
    static Map<String, @Nullable Object> values(McpServer.Config config) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("methods", lines(config.methods()));
        values.put("tags", lines(config.tags()));
        values.put("pinned_objects", lines(config.pinnedObjects()));
        values.put("api_token_auth", flag(config.requireApiToken()));
        values.put("read_objects", lines(config.readObjects()));
        values.put("write_objects", lines(config.writeObjects()));
        values.put("search_and_fetch", flag(config.searchAndFetch()));
        values.put("confirm_destructive", flag(config.confirmDestructive()));
        values.put("byte_budget", config.byteBudget());
        values.put("calls_at_once", config.ceiling().atOnce());
        values.put("calls_per_minute", config.ceiling().perMinute());
        return values;
    }

    /** What the current row has. */
    static McpServer.Config config(ResultSet row) throws SQLException {
        return new McpServer.Config(
                words(row.getString("methods")),
                words(row.getString("tags")),
                words(row.getString("pinned_objects")),
                row.getBoolean("api_token_auth"),
                words(row.getString("read_objects")),
                words(row.getString("write_objects")),
                row.getBoolean("search_and_fetch"),
                row.getBoolean("confirm_destructive"),
                row.getInt("byte_budget"),
                new McpServer.Ceiling(row.getInt("calls_at_once"), row.getInt("calls_per_minute")));
    }

    private static int flag(boolean on) {
        return on ? 1 : 0;
    }

    private static String lines(List<String> words) {
        return String.join("\n", words);
    }

    private static List<String> words(String lines) {
        return lines.isEmpty() ? List.of() : List.of(lines.split("\n"));
    }
}
