package dev.orgbench.soql.sosl;

import dev.orgbench.soql.Range;
import java.util.List;

/**
 * What a search looks for. Words without an operator between them must all be found, as with AND. (SOQL and SOSL
 * Reference, "FIND {SearchQuery}".)
 */
public sealed interface SearchTerm {
    Range range();

    /**
     * A word, which may have wildcards.
     *
     * @param text as it is to be read, escapes resolved; wildcards are characters like others
     * @param pattern the same with {@code *} (any characters) and {@code ?} (one) where they are wildcards; those that
     *     mean themselves, and the backslash, have a backslash in front
     */
    record Word(Range range, String text, String pattern) implements SearchTerm {
        /** Whether anything but the text itself fits. */
        public boolean hasWildcards() {
            for (int i = 0; i < pattern.length(); i++) {
                char c = pattern.charAt(i);
                if (c == '*' || c == '?') {
                    return true;
                }
                i += c == '\\' ? 1 : 0;
            }
            return false;
        }
    }

    /**
     * Words in double quotes, which must stand side by side in that order.
     *
     * @param words at least one
     */
    record Phrase(Range range, List<Word> words) implements SearchTerm {
        public Phrase {
            words = List.copyOf(words);
        }
    }

    /** At least two terms, all of which must be found. */
    record And(Range range, List<SearchTerm> terms) implements SearchTerm {
        public And {
            terms = List.copyOf(terms);
        }
    }

    /** At least two terms, one of which must be found. */
    record Or(Range range, List<SearchTerm> terms) implements SearchTerm {
        public Or {
            terms = List.copyOf(terms);
        }
    }

    /** {@code term AND NOT excluded}. */
    record AndNot(Range range, SearchTerm term, SearchTerm excluded) implements SearchTerm {}

    /** A term in parentheses. */
    record Group(Range range, SearchTerm term) implements SearchTerm {}

    /** What is missing. Only in a tree with errors. */
    record Gap(Range range) implements SearchTerm {}
}
