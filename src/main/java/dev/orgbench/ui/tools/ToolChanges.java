package dev.orgbench.ui.tools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What is different in a server's tools since they were last listed.
 *
 * @param changed tools whose entry is another one: before and after
 */
record ToolChanges(List<ToolEntry> added, List<ToolEntry> gone, List<Changed> changed) {
    static final ToolChanges NONE = new ToolChanges(List.of(), List.of(), List.of());

    /** A tool whose entry of {@code tools/list} changed. */
    record Changed(ToolEntry before, ToolEntry after) {}

    static ToolChanges between(List<ToolEntry> before, List<ToolEntry> after) {
        Map<String, ToolEntry> old = new LinkedHashMap<>();
        before.forEach(tool -> old.put(tool.name(), tool));
        List<ToolEntry> added = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (ToolEntry tool : after) {
            ToolEntry known = old.remove(tool.name());
            if (known == null) {
                added.add(tool);
            } else if (!known.descriptor().equals(tool.descriptor())) {
                changed.add(new Changed(known, tool));
            }
        }
        return new ToolChanges(added, List.copyOf(old.values()), changed);
    }

    boolean isEmpty() {
        return added.isEmpty() && gone.isEmpty() && changed.isEmpty();
    }

    /** As {@code 2 tools new, 1 gone, 1 changed}. */
    String words() {
        StringJoiner words = new StringJoiner(", ");
        count(words, added.size(), "new");
        count(words, gone.size(), "gone");
        count(words, changed.size(), "changed");
        return words.toString();
    }

    private static void count(StringJoiner words, int count, String what) {
        if (count > 0) {
            String noun = words.length() > 0 ? " " : count == 1 ? " tool " : " tools ";
            words.add(count + noun + what);
        }
    }
}
