package dev.orgbench.ui.tools;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts each tool under one of its tags: the one that fewest tools carry, as it says most. Groups and tools stand in the server's order. */
final class ToolGroups {
    private static final String UNTAGGED = "tools";

    private ToolGroups() {}

    /** A line of the list. */
    sealed interface Row {
        /** A group's name. */
        record Header(String tag, int count) implements Row {}

        /** A tool. */
        record Item(ToolEntry tool) implements Row {}
    }

    /** The lines for those of {@code tools} that match {@code filter}. The filter never moves a tool to another group. */
    static List<Row> rows(List<ToolEntry> tools, String filter) {
        Map<String, Integer> carried = new HashMap<>();
        tools.forEach(tool -> tool.tags().forEach(tag -> carried.merge(tag, 1, Integer::sum)));
        Map<String, List<ToolEntry>> groups = new LinkedHashMap<>();
        for (ToolEntry tool : tools) {
            String tag = tool.tags().stream()
                    .min(Comparator.<String>comparingInt(each -> carried.getOrDefault(each, 0))
                            .thenComparing(Comparator.naturalOrder()))
                    .orElse(UNTAGGED);
            groups.computeIfAbsent(tag, none -> new ArrayList<>()).add(tool);
        }
        List<Row> rows = new ArrayList<>();
        groups.forEach((tag, members) -> {
            List<ToolEntry> matching =
                    members.stream().filter(tool -> tool.matches(filter)).toList();
            if (!matching.isEmpty()) {
                rows.add(new Row.Header(tag, matching.size()));
                matching.forEach(tool -> rows.add(new Row.Item(tool)));
            }
        });
        return rows;
    }
}
