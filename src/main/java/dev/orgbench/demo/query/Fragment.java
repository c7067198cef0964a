package dev.orgbench.demo.query;

import java.util.ArrayList;
import java.util.List;

/** A piece of SQL with what its question marks stand for, in order. */
record Fragment(String text, List<Object> parameters) {
    static final Fragment TRUE = of("1");
    static final Fragment FALSE = of("0");

    Fragment {
        parameters = List.copyOf(parameters);
    }

    static Fragment of(String text, Object... parameters) {
        return new Fragment(text, List.of(parameters));
    }

    static Fragment concat(Fragment... pieces) {
        return join("", List.of(pieces));
    }

    static Fragment join(String separator, List<Fragment> pieces) {
        List<Object> parameters = new ArrayList<>();
        pieces.forEach(piece -> parameters.addAll(piece.parameters));
        return new Fragment(
                String.join(separator, pieces.stream().map(Fragment::text).toList()), parameters);
    }

    Fragment wrap(String before, String after) {
        return new Fragment(before + text + after, parameters);
    }

    Fragment negate() {
        return wrap("NOT coalesce((", "), 0)");
    }

    static Fragment and(List<Fragment> all) {
        return balanced(" AND ", all);
    }

    static Fragment or(List<Fragment> all) {
        return balanced(" OR ", all);
    }

    /** SQLite limits how deep an expression is, so a long chain becomes a flat tree. */
    private static Fragment balanced(String operator, List<Fragment> all) {
        if (all.size() == 1) {
            return all.getFirst();
        }
        int half = all.size() / 2;
        Fragment left = balanced(operator, all.subList(0, half));
        Fragment right = balanced(operator, all.subList(half, all.size()));
        return join(operator, List.of(left, right)).wrap("(", ")");
    }
}
