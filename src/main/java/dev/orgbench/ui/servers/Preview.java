package dev.orgbench.ui.servers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.tools.Tool;
import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.TokenCount;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a scope makes of the org's tools.
 *
 * @param lines all the org's tools, those out of scope too
 * @param tokens about how many tokens those in scope take of a model's context
 * @param abilities what they can do, in a sentence or two
 */
record Preview(List<Line> lines, int count, int tokens, String abilities) {
    /** One tool. */
    record Line(String name, String kind, boolean inScope) {
        Badge.Tone tone() {
            return switch (kind) {
                case "read" -> Badge.Tone.GOOD;
                case "delete" -> Badge.Tone.BAD;
                default -> Badge.Tone.CAUTION;
            };
        }
    }

    /** @param all what the org has; {@code allowed} is what the scope allows of it, and what was chosen besides */
    static Preview of(List<Tool> all, List<Tool> allowed) {
        Set<String> names = allowed.stream().map(Tool::name).collect(Collectors.toSet());
        Set<String> usual = all.stream().map(Tool::name).collect(Collectors.toSet());
        List<Line> lines = Stream.concat(all.stream(), allowed.stream().filter(tool -> !usual.contains(tool.name())))
                .map(tool -> new Line(tool.name(), Abilities.word(tool), names.contains(tool.name())))
                .sorted((one, other) -> Boolean.compare(other.inScope(), one.inScope()))
                .toList();
        int tokens = allowed.stream().mapToInt(Preview::tokens).sum();
        return new Preview(lines, allowed.size(), tokens, Abilities.sentence(Abilities.of(allowed)));
    }

    /** {@code 6 tools, about 1,100 tokens.} */
    String total() {
        return count + (count == 1 ? " tool, " : " tools, ") + TokenCount.words(tokens) + ".";
    }

    /** As long as its entry of {@code tools/list} is. */
    private static int tokens(Tool tool) {
        ObjectNode entry = JsonNodeFactory.instance
                .objectNode()
                .put("name", tool.name())
                .put("title", tool.title())
                .put("description", tool.description());
        entry.set("inputSchema", tool.inputSchema());
        entry.set("outputSchema", tool.outputSchema());
        entry.putObject("annotations")
                .put("title", tool.title())
                .put("readOnlyHint", tool.readOnly())
                .put("destructiveHint", tool.destructive())
                .put("idempotentHint", tool.idempotent())
                .put("openWorldHint", tool.openWorld());
        tool.tags().forEach(entry.putObject("_meta").putArray("dev.orgbench/tags")::add);
        return TokenCount.of(JsonText.compact(entry));
    }
}
