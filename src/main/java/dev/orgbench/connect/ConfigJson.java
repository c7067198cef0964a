package dev.orgbench.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON as people write it into configuration files: {@code "key": value}, a member to a line. */
public final class ConfigJson {
    private static final JsonMapper JSON = new JsonMapper();

    private ConfigJson() {}

    /** Two spaces to a level; lines end as on Unix. */
    public static String pretty(JsonNode json) {
        return pretty(json, "  ", "\n");
    }

    /**
     * In the manner of the file that it goes into.
     *
     * @param unit what a level is indented by
     */
    public static String pretty(JsonNode json, String unit, String lineBreak) {
        DefaultIndenter indenter = new DefaultIndenter(unit, lineBreak);
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        try {
            return JSON.writer(printer).writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }
}
