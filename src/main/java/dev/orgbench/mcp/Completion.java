package dev.orgbench.mcp;

import java.util.List;
import java.util.Map;

/**
 * What an argument that is being typed may become.
 *
 * @param values the best first, at most 100
 * @param total how many there are in all
 */
public record Completion(List<String> values, int total) {
    /** As many as the specification lets a server send. */
    public static final int MOST = 100;

    /** Nothing to propose. */
    public static final Completion NONE = new Completion(List.of(), 0);

    public Completion {
        values = List.copyOf(values);
    }

    /**
     * What is being typed.
     *
     * @param of the prompt's name, or the resource template
     * @param argument whose value is typed
     * @param typed so far
     * @param others the arguments that have their value already
     */
    public record Asked(Kind kind, String of, String argument, String typed, Map<String, String> others) {
        public Asked {
            others = Map.copyOf(others);
        }
    }

    /** What has arguments that can be completed. */
    public enum Kind {
        PROMPT,
        RESOURCE
    }
}
