package dev.orgbench.ui.kit.code;

import dev.orgbench.soql.Problem;
import dev.orgbench.soql.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The problems of a text that is being changed: between two checks they move along with what they are about. */
final class Problems {
    private List<Problem> found = List.of();

    List<Problem> all() {
        return found;
    }

    void set(List<Problem> now) {
        found = List.copyOf(now);
    }

    /** From {@code at} on, {@code removed} characters gave way to {@code inserted} others. */
    void changed(int at, int removed, int inserted) {
        List<Problem> kept = new ArrayList<>();
        for (Problem problem : found) {
            Range range = problem.range();
            if (range.end() <= at && range.end() < at + Math.max(1, removed)) {
                kept.add(problem);
            } else if (range.start() >= at + removed) {
                int by = inserted - removed;
                // Its fixes speak of the old text.
                kept.add(new Problem(
                        new Range(range.start() + by, range.end() + by),
                        problem.severity(),
                        problem.message(),
                        List.of()));
            }
        }
        found = List.copyOf(kept);
    }

    /** The problem that a person at {@code caret} wants to hear of: the one there, else the nearest. */
    Optional<Problem> nearest(int caret) {
        return found.stream().min(Comparator.comparingInt(problem -> distance(problem.range(), caret)));
    }

    /** The problem about the character at {@code offset}. */
    Optional<Problem> at(int offset) {
        return found.stream()
                .filter(problem -> problem.range().start() <= offset
                        && offset
                                < Math.max(
                                        problem.range().end(), problem.range().start() + 1))
                .findFirst();
    }

    private static int distance(Range range, int caret) {
        return caret < range.start() ? range.start() - caret : Math.max(0, caret - range.end());
    }
}
