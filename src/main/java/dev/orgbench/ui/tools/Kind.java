package dev.orgbench.ui.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.tools.Method;
import dev.orgbench.ui.kit.Badge;

/** What calling a tool may do, in one word. */
enum Kind {
    READ("read", Badge.Tone.GOOD),
    WRITE("write", Badge.Tone.CAUTION),
    DELETE("delete", Badge.Tone.BAD);

    private final String word;
    private final Badge.Tone tone;

    Kind(String word, Badge.Tone tone) {
        this.word = word;
        this.tone = tone;
    }

    /** From the annotations of a {@code tools/list} entry; without them the worst is assumed, as the protocol says. */
    static Kind of(JsonNode descriptor) {
        JsonNode hints = descriptor.path("annotations");
        if (hints.path("readOnlyHint").asBoolean(false)) {
            return READ;
        }
        // An update may be called destructive too: only what deletes is shown as delete.
        boolean deletes = descriptor.path("name").asText().startsWith("delete");
        return deletes && hints.path("destructiveHint").asBoolean(true) ? DELETE : WRITE;
    }

    /** From the method that a definition gives. */
    static Kind of(Method method, boolean readOnly) {
        if (readOnly) {
            return READ;
        }
        return method == Method.DELETE ? DELETE : WRITE;
    }

    String word() {
        return word;
    }

    Badge.Tone tone() {
        return tone;
    }
}
