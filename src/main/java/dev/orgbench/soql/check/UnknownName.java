package dev.orgbench.soql.check;

import dev.orgbench.soql.Problem;
import java.util.List;

/**
 * A name that the org does not have.
 *
 * @param kind what it should have been
 * @param name as the query writes it
 * @param problem where it stands, what is wrong in plain words, and as fixes what may have been meant
 * @param known the names that the org has for this place; none for {@link Kind#OBJECT}
 */
public record UnknownName(Kind kind, String name, Problem problem, List<String> known) {
    /** What a name stands for. */
    public enum Kind {
        OBJECT,
        FIELD,
        RELATIONSHIP
    }

    public UnknownName {
        known = List.copyOf(known);
    }
}
