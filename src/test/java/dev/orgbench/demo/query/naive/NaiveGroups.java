package dev.orgbench.demo.query.naive;

import dev.orgbench.demo.query.naive.NaiveRows.Row;
import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.Query.Grouping;
import dev.orgbench.soql.Query.GroupingKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Groups rows by the keys of GROUP BY, and once more for each subtotal. */
final class NaiveGroups {
    private final NaiveSoql soql;
    private final Query query;
    private final String object;
    private final List<Expression> keys;

    /** Rows of one group, and the keys that they share, as texts of the query. */
    private record Group(List<Row> rows, List<String> shared) {}

    NaiveGroups(NaiveSoql soql, Query query, String object) {
        this.soql = soql;
        this.query = query;
        this.object = object;
        Grouping grouping = query.groupBy();
        this.keys = grouping == null ? List.of() : grouping.expressions();
    }

    List<String> answer(List<Row> rows) {
        List<Group> groups = new ArrayList<>();
        for (List<Expression> set : sets()) {
            groups.addAll(groups(rows, set));
        }
        return NaiveSoql.cut(
                        query,
                        groups.stream()
                                .filter(group -> query.having() == null
                                        || soql.<Group>having(this::value).holds(group, query.having()))
                                .sorted(NaiveSoql.order(query, this::value)))
                .map(this::project)
                .toList();
    }

    private List<List<Expression>> sets() {
        Grouping grouping = query.groupBy();
        List<List<Expression>> sets = new ArrayList<>();
        sets.add(keys);
        if (grouping != null && grouping.kind() == GroupingKind.ROLLUP) {
            for (int size = keys.size() - 1; size >= 0; size--) {
                sets.add(keys.subList(0, size));
            }
        } else if (grouping != null && grouping.kind() == GroupingKind.CUBE) {
            for (int dropped = 1; dropped < 1 << keys.size(); dropped++) {
                List<Expression> set = new ArrayList<>();
                for (int i = 0; i < keys.size(); i++) {
                    if ((dropped & 1 << i) == 0) {
                        set.add(keys.get(i));
                    }
                }
                sets.add(set);
            }
        }
        return sets;
    }

    private List<Group> groups(List<Row> rows, List<Expression> set) {
        List<String> shared = set.stream().map(NaiveGroups::name).toList();
        Map<List<@Nullable Object>, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            List<@Nullable Object> key = new ArrayList<>();
            set.forEach(each -> key.add(NaiveValues.key(soql.value(row, each))));
            groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
        }
        if (query.groupBy() == null && groups.isEmpty()) {
            groups.put(List.of(), List.of());
        }
        return groups.values().stream().map(each -> new Group(each, shared)).toList();
    }

    private @Nullable Object value(Group group, Expression expression) {
        if (NaiveSoql.isGrouping(expression)) {
            String key = name(((FunctionCall) expression).arguments().getFirst());
            return group.shared().contains(key) ? BigDecimal.ZERO : BigDecimal.ONE;
        }
        if (NaiveSoql.isAggregate(expression)) {
            return aggregate(group, (FunctionCall) expression);
        }
        return group.shared().contains(name(expression))
                ? soql.value(group.rows().getFirst(), expression)
                : null;
    }

    private @Nullable Object aggregate(Group group, FunctionCall call) {
        List<Object> values = group.rows().stream()
                .map(row -> soql.value(row, call.arguments().getFirst()))
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .toList();
        return switch (call.function()) {
            case COUNT -> BigDecimal.valueOf(values.size());
            case COUNT_DISTINCT ->
                BigDecimal.valueOf(
                        values.stream().map(NaiveValues::key).distinct().count());
            case MIN -> values.stream().min(NaiveValues::compare).orElse(null);
            case MAX -> values.stream().max(NaiveValues::compare).orElse(null);
            case SUM -> values.isEmpty() ? null : sum(values);
            case AVG -> values.isEmpty() ? null : BigDecimal.valueOf(sum(values).doubleValue() / values.size());
            default -> throw new IllegalArgumentException(call.function().toString());
        };
    }

    private static BigDecimal sum(List<Object> values) {
        return values.stream().map(BigDecimal.class::cast).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String project(Group group) {
        return query.select().stream()
                .map(NaiveSoql::expression)
                .map(each -> soql.shown(object, each, value(group, each)))
                .collect(Collectors.joining(", "));
    }

    private static String name(Expression expression) {
        return expression instanceof FieldPath path
                ? path.text()
                : ((FunctionCall) expression).name().text() + "("
                        + ((FieldPath) ((FunctionCall) expression).arguments().getFirst()).text() + ")";
    }
}
