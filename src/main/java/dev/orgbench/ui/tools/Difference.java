package dev.orgbench.ui.tools;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two texts side by side, line by line. May take a while for long ones: not for the screen's thread. */
record Difference(List<Line> lines) {
    /** Above this many lines finding what moved would take minutes; lines are then compared place by place. */
    private static final int MOST_LINES = 6_000;

    /**
     * One line of each; null where there is none on that side.
     *
     * @param same whether they are alike
     */
    record Line(@Nullable String left, @Nullable String right, boolean same) {}

    static Difference between(String left, String right) {
        List<String> before = left.lines().toList();
        List<String> after = right.lines().toList();
        List<Line> lines = new ArrayList<>();
        if (before.size() > MOST_LINES || after.size() > MOST_LINES) {
            pair(before, after, lines);
            return new Difference(lines);
        }
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            for (; at < delta.getSource().getPosition(); at++) {
                lines.add(new Line(before.get(at), before.get(at), true));
            }
            pair(delta.getSource().getLines(), delta.getTarget().getLines(), lines);
            at += delta.getSource().size();
        }
        for (; at < before.size(); at++) {
            lines.add(new Line(before.get(at), before.get(at), true));
        }
        return new Difference(lines);
    }

    /** How many lines are not alike. */
    long count() {
        return lines.stream().filter(line -> !line.same()).count();
    }

    private static void pair(List<String> left, List<String> right, List<Line> lines) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            String one = i < left.size() ? left.get(i) : null;
            String other = i < right.size() ? right.get(i) : null;
            lines.add(new Line(one, other, one != null && one.equals(other)));
        }
    }
}
