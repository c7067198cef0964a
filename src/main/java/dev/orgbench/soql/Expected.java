package dev.orgbench.soql;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What may stand at the caret.
 *
 * @param query the tree of the text around it; in SOSL, that of the object whose fields and clauses are around it
 * @param word what is being typed: a word, a text with its quotes, or an empty range at the caret
 * @param prefix the part of that word before the caret, without a quote
 * @param quoted whether the caret is within a text
 * @param keywords in the order of a query; in capitals, as {@code GROUP BY}, but scopes in small letters
 * @param slots all else, the likeliest first
 */
public record Expected(Query query, Range word, String prefix, boolean quoted, Set<String> keywords, List<Slot> slots) {
    public Expected {
        keywords = Collections.unmodifiableSet(new LinkedHashSet<>(keywords));
        slots = List.copyOf(slots);
    }
}
