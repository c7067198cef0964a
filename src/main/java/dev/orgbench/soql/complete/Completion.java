package dev.orgbench.soql.complete;

import dev.orgbench.soql.schema.Schema;
import java.util.List;

/** Proposes what may stand at the caret; works in broken and empty text alike. */
public final class Completion {
    private Completion() {}

    /**
     * What may stand at {@code caret}, the likeliest first.
     *
     * @param caret from 0 to the length of {@code soql}
     * @return empty inside a text or number that is the person's own
     */
    public static List<Proposal> at(String soql, int caret, Schema schema) {
        return List.of();
    }
}
