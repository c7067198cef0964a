package dev.orgbench.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * Finds text that holds one half of a character only (an unpaired surrogate, which JSON can escape): UTF-8 cannot carry
 * it, so another text than the one given would be stored.
 */
public final class WholeText {
    private WholeText() {}

    /**
     * Checks all names and values.
     *
     * @throws Refusal naming the argument
     */
    public static void check(ObjectNode arguments) throws Refusal {
        Optional<String> broken = broken(arguments, "");
        if (broken.isPresent()) {
            throw Refusal.ofArguments("`" + broken.get() + "` holds half a character (an unpaired surrogate such as"
                    + " \\ud83d). Write the character itself, or both of its halves.");
        }
    }

    private static Optional<String> broken(JsonNode node, String path) {
        if (node.isTextual()) {
            return isWhole(node.asText()) ? Optional.empty() : Optional.of(path);
        }
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            String name = isWhole(each.getKey()) ? each.getKey() : "?";
            String at = path.isEmpty() ? name : path + "." + name;
            Optional<String> found = name.equals(each.getKey()) ? broken(each.getValue(), at) : Optional.of(at);
            if (found.isPresent()) {
                return found;
            }
        }
        if (node.isArray()) {
            for (JsonNode item : node) {
                Optional<String> found = broken(item, path);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** An unpaired surrogate is its own code point; paired ones come as one beyond their range. */
    private static boolean isWhole(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
