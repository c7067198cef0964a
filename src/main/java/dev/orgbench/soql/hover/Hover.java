package dev.orgbench.soql.hover;

import dev.orgbench.soql.Range;
import dev.orgbench.soql.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * What a word of a query means.
 *
 * @param range the word
 * @param title the name as the org writes it: {@code Opportunity.StageName}
 * @param detail label, type and the like, in a few words
 * @param help one or more sentences; empty for none
 * @param values the values of a picklist, in the order of the org; empty for all else
 */
public record Hover(Range range, String title, String detail, String help, List<String> values) {
    public Hover {
        values = List.copyOf(values);
    }

    /** What stands at {@code offset}; empty over white space, symbols, and what is not known (yet). */
    public static Optional<Hover> at(String soql, int offset, Schema schema) {
        return Optional.empty();
    }
}
