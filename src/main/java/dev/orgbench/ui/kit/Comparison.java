package dev.orgbench.ui.kit;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Two texts side by side, line by line. Lines that differ stand beside each other; where one text has more of them, the
 * other has a gap.
 *
 * @param rows from top to bottom
 * @param cut whether the texts were too long to be compared whole
 */
public record Comparison(List<Row> rows, boolean cut) {
    /** Two texts of this length that have nothing in common are still compared within a second or two. */
    private static final int MOST_LINES = 5_000;

    public Comparison {
        rows = List.copyOf(rows);
    }

    /** How the two sides of a row stand to each other. */
    public enum Kind {
        SAME,
        CHANGED,
        ONLY_LEFT,
        ONLY_RIGHT
    }

    /** One line of a text, counted from 1; number 0 is a gap. */
    public record Line(int number, String text) {
        static final Line GAP = new Line(0, "");
    }

    /** What stands side by side. */
    public record Row(Kind kind, Line left, Line right) {}

    /**
     * Compares. Meant for the background; an interrupt ends it.
     *
     * @throws CancellationException if the thread was interrupted
     */
    public static Comparison of(String left, String right) {
        List<String> before = left.lines().limit(MOST_LINES + 1L).toList();
        List<String> after = right.lines().limit(MOST_LINES + 1L).toList();
        boolean cut = before.size() > MOST_LINES || after.size() > MOST_LINES;
        Columns columns = new Columns(shortened(before), shortened(after));
        for (AbstractDelta<String> delta : DiffUtils.diff(
                        columns.left, columns.right, new MyersDiffWithLinearSpace<>(), new Watch())
                .getDeltas()) {
            columns.different(
                    delta.getSource().getPosition(),
                    delta.getSource().size(),
                    delta.getTarget().size());
        }
        columns.end();
        return new Comparison(columns.rows, cut);
    }

    /** How many rows differ. */
    public long differences() {
        return rows.stream().filter(row -> row.kind() != Kind.SAME).count();
    }

    private static List<String> shortened(List<String> lines) {
        return lines.subList(0, Math.min(MOST_LINES, lines.size()));
    }

    private static final class Columns {
        private final List<String> left;
        private final List<String> right;
        private final List<Row> rows = new ArrayList<>();
        private int leftAt;
        private int rightAt;
        private int removed;
        private int added;

        Columns(List<String> left, List<String> right) {
            this.left = left;
            this.right = right;
        }

        /** The library may tell one change as several, each of one side: what touches is gathered. */
        void different(int position, int fromLeft, int fromRight) {
            if (position > leftAt + removed) {
                same(position);
            }
            removed += fromLeft;
            added += fromRight;
        }

        void end() {
            same(left.size());
        }

        private void same(int leftEnd) {
            for (; removed > 0 || added > 0; removed--, added--) {
                Kind kind = removed > 0 && added > 0 ? Kind.CHANGED : removed > 0 ? Kind.ONLY_LEFT : Kind.ONLY_RIGHT;
                rows.add(new Row(kind, removed > 0 ? nextLeft() : Line.GAP, added > 0 ? nextRight() : Line.GAP));
            }
            removed = 0;
            added = 0;
            while (leftAt < leftEnd) {
                rows.add(new Row(Kind.SAME, nextLeft(), nextRight()));
            }
        }

        private Line nextLeft() {
            return new Line(leftAt + 1, left.get(leftAt++));
        }

        private Line nextRight() {
            return new Line(rightAt + 1, right.get(rightAt++));
        }
    }

    private static final class Watch implements DiffAlgorithmListener {
        @Override
        public void diffStart() {
            // Nothing to prepare.
        }

        @Override
        public void diffStep(int value, int max) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("Nobody wants the comparison any more.");
            }
        }

        @Override
        public void diffEnd() {
            // Nothing to put away.
        }
    }
}
