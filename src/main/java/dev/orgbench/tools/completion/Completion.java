package dev.orgbench.tools.completion;

import java.util.List;

/**
 * What may be meant by what has been typed so far.
 *
 * @param values at most {@value #MOST}, the likeliest first
 * @param total how many there are in all
 */
public record Completion(List<String> values, int total) {
    /** How many values MCP lets one answer have (2025-11-25 and 2026-07-28, Completion). */
    public static final int MOST = 100;

    /** Nothing goes with what was typed. */
    public static final Completion NONE = new Completion(List.of(), 0);

    public Completion {
        values = List.copyOf(values);
    }

    /** Whether there are more than {@link #values}. */
    public boolean hasMore() {
        return total > values.size();
    }
}
