package dev.orgbench.ui.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.tools.Tool;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.TokenCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One tool as the screen lists it.
 *
 * @param descriptor the entry of {@code tools/list}, exactly as the model gets it
 * @param tags empty if it is not known what it was made from
 * @param definition the YAML it was made from; null if that is not known
 * @param tokens about how many tokens of a model's context the entry takes: a token is about four characters of JSON
 */
record ToolEntry(
        String name,
        String description,
        Kind kind,
        Set<String> tags,
        JsonNode descriptor,
        @Nullable String definition,
        int tokens) {

    static ToolEntry of(JsonNode descriptor, @Nullable Tool origin) {
        return new ToolEntry(
                descriptor.path("name").asText(),
                descriptor.path("description").asText(),
                origin == null ? Kind.of(descriptor) : Kind.of(origin.method(), origin.readOnly()),
                origin == null ? Set.of() : origin.tags(),
                descriptor,
                origin == null ? null : origin.definition(),
                TokenCount.of(JsonText.compact(descriptor)));
    }

    /** Arguments that show how it is used, as its schema has them. */
    List<ObjectNode> examples() {
        List<ObjectNode> examples = new ArrayList<>();
        for (JsonNode example : descriptor.at("/inputSchema/examples")) {
            if (example instanceof ObjectNode arguments) {
                examples.add(arguments);
            }
        }
        return examples;
    }

    boolean matches(String filter) {
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || name.contains(wanted)
                || kind.word().equals(wanted)
                || description.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** The description's first sentence, without its full stop. */
    String brief() {
        String line = description.lines().findFirst().orElse("");
        int end = line.indexOf(". ");
        String first = end < 0 ? line : line.substring(0, end);
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }
}
