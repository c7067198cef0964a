package dev.orgbench.demo.query;

import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Query.Grouping;
import dev.orgbench.soql.Query.GroupingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a grouped query are grouped by: for GROUP BY all keys at once, for ROLLUP also all but the last, all
 * but the last two, and so on, for CUBE every choice of keys. (SOQL and SOSL Reference, "GROUP BY ROLLUP", "GROUP BY
 * CUBE".)
 *
 * @param keys what stands behind GROUP BY
 * @param subtotals whether there are rows of subtotals
 * @param sets each a set of keys' SQL; the whole one first
 */
record GroupingSets(List<Operand> keys, boolean subtotals, List<Set<String>> sets) {
    static GroupingSets of(@Nullable Grouping grouping, Operands operands, Refusals refusals) throws ApiError {
        if (grouping == null) {
            return new GroupingSets(List.of(), false, List.of(Set.of()));
        }
        List<Operand> keys = new ArrayList<>();
        for (Expression expression : grouping.expressions()) {
            keys.add(key(expression, operands, refusals));
        }
        if (grouping.kind() == GroupingKind.PLAIN) {
            return new GroupingSets(keys, false, List.of(sqlOf(keys)));
        }
        if (keys.size() > QueryLimits.MOST_ROLLED_UP) {
            throw refusals.malformed(grouping.range(), Wording.tooManyRolledUp());
        }
        return new GroupingSets(keys, true, grouping.kind() == GroupingKind.ROLLUP ? rollup(keys) : cube(keys));
    }

    boolean hasKey(String sql) {
        return keys.stream().anyMatch(key -> key.sql().equals(sql));
    }

    private static Operand key(Expression expression, Operands operands, Refusals refusals) throws ApiError {
        if (Conversions.isConversion(expression)) {
            throw refusals.malformed(expression.range(), Wording.LABEL_ORDER);
        }
        Operand operand = operands.ofRow(expression);
        if (operand.isField()
                && (!operand.field().groupable() || operand.field().isCompound())) {
            throw refusals.cannotBe("grouped", operand.range(), operand.field().name());
        }
        return operand;
    }

    private static List<Set<String>> rollup(List<Operand> keys) {
        return IntStream.rangeClosed(0, keys.size())
                .mapToObj(dropped -> sqlOf(keys.subList(0, keys.size() - dropped)))
                .toList();
    }

    private static List<Set<String>> cube(List<Operand> keys) {
        int all = (1 << keys.size()) - 1;
        return IntStream.rangeClosed(0, all)
                .mapToObj(dropped -> sqlOf(IntStream.range(0, keys.size())
                        .filter(key -> (dropped >> key & 1) == 0)
                        .mapToObj(keys::get)
                        .toList()))
                .toList();
    }

    private static Set<String> sqlOf(List<Operand> keys) {
        return Set.copyOf(keys.stream().map(Operand::sql).toList());
    }
}
