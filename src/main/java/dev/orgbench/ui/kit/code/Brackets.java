package dev.orgbench.ui.kit.code;

import java.util.Optional;

/** Finds the parenthesis that belongs to the one at the caret; those inside texts do not count. */
final class Brackets {
    /** So far one looks: over a screenful, and not over a book at each move of the caret. */
    private static final int FURTHEST = 20_000;

    private Brackets() {}

    /** Where a pair of parentheses is. */
    record Pair(int open, int close) {}

    /** The pair of which one touches {@code caret}, first the one before it. */
    static Optional<Pair> at(String text, int caret) {
        for (int place : new int[] {caret - 1, caret}) {
            if (place >= 0 && place < text.length() && "()".indexOf(text.charAt(place)) >= 0) {
                Optional<Pair> pair = pair(text, place);
                if (pair.isPresent()) {
                    return pair;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Pair> pair(String text, int place) {
        int from = Math.max(0, place - FURTHEST);
        int to = Math.min(text.length(), place + FURTHEST);
        int[] opens = new int[to - from];
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '\'') {
                    quoted = false;
                }
            } else if (c == '\'') {
                quoted = true;
            } else if (c == '(') {
                opens[depth++] = i;
            } else if (c == ')' && depth > 0) {
                int open = opens[--depth];
                if (open == place || i == place) {
                    return Optional.of(new Pair(open, i));
                }
            }
        }
        return Optional.empty();
    }
}
