package dev.orgbench.demo.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.Name;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.SelectItem;
import dev.orgbench.soql.SoqlFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes the plan of a query with aggregates or GROUP BY. (SOQL and SOSL Reference, "GROUP BY", "Aggregate Functions".) */
final class GroupCompiler {
    private final Compilation compilation;
    private final Refusals refusals;
    private final Query query;
    private final Tables tables;
    private final GroupingSets grouping;
    private final GroupOperands whole;

    private GroupCompiler(Compilation compilation, Query query) throws ApiError {
        this.compilation = compilation;
        this.refusals = compilation.refusals();
        this.query = query;
        this.tables = compilation.tables(query);
        Operands operands = new Operands(tables);
        this.grouping = GroupingSets.of(query.groupBy(), operands, refusals);
        this.whole =
                new GroupOperands(operands, refusals, grouping, grouping.sets().getFirst());
    }

    static GroupPlan compile(Compilation compilation, Query query) throws ApiError {
        return new GroupCompiler(compilation, query).plan();
    }

    /** Whether the SELECT list has an aggregate function. */
    static boolean hasAggregate(Query query) {
        return query.select().stream()
                .anyMatch(item -> item instanceof SelectItem.Column column
                        && Conversions.shown(column.expression()) instanceof FunctionCall call
                        && (call.function().isAggregate() || call.function() == SoqlFunction.GROUPING));
    }

    private GroupPlan plan() throws ApiError {
        compilation.refuseUnserved(query);
        if (query.groupBy() == null && query.limit() != null) {
            throw refusals.malformed(query.limit().range(), Wording.LIMIT_WITHOUT_GROUP);
        }
        List<Expression> shown = new ArrayList<>();
        Map<String, Cell> cells = cells(shown);
        Fragment where = compilation.where(query, tables);
        Fragment sql = grouping.subtotals() ? withSubtotals(shown, where) : plain(shown, where);
        return new GroupPlan(Compilation.bounded(Fragment.concat(sql, compilation.limits(query))), cells);
    }

    /** The cells by their names; what they show is added to {@code shown}. */
    private Map<String, Cell> cells(List<Expression> shown) throws ApiError {
        Map<String, Cell> cells = new LinkedHashMap<>();
        Conversions conversions = new Conversions(tables);
        int unnamed = 0;
        for (SelectItem item : query.select()) {
            if (!(item instanceof SelectItem.Column column)) {
                throw refusals.malformed(item.range(), Wording.NOT_IN_GROUPS);
            }
            Expression inner = Conversions.shown(column.expression());
            Operand operand = whole.find(inner);
            shown.add(inner);
            Name alias = column.alias();
            String name = alias == null ? operand.field().name() : alias.text();
            if (alias == null && !(inner instanceof FieldPath)) {
                name = "expr" + unnamed++;
            }
            Cell cell = conversions.cell(column.expression(), operand, shown.size());
            if (cells.putIfAbsent(name, orNull(cell, shown.size())) != null) {
                throw refusals.duplicateAlias(column.range(), name);
            }
        }
        return cells;
    }

    /** In a subtotal, and where there is no parent, even a boolean is null. */
    private static Cell orNull(Cell cell, int index) {
        return (row, reading) ->
                row.getObject(index) == null ? JsonNodeFactory.instance.nullNode() : cell.read(row, reading);
    }

    private Fragment plain(List<Expression> shown, Fragment where) throws ApiError {
        List<String> keys = grouping.keys().stream().map(Operand::told).toList();
        List<String> columns = new ArrayList<>();
        for (Expression expression : shown) {
            columns.add(whole.find(expression).sql());
        }
        String order = Orderings.sql(query, whole::find, refusals, keys);
        return Fragment.concat(select(columns, where, keys, having(whole)), Fragment.of(order));
    }

    /**
     * SQLite knows no ROLLUP, so each set of keys is a query of its own. Behind the columns that are shown stand those
     * that are ordered by: of ORDER BY, and of each key whether the row is its subtotal, and its value.
     */
    private Fragment withSubtotals(List<Expression> shown, Fragment where) throws ApiError {
        List<Expression> ordered =
                query.orderBy().stream().map(Query.Ordering::expression).toList();
        // The first look-up of ORDER BY and HAVING completes the joins.
        for (Expression expression : ordered) {
            whole.find(expression);
        }
        having(whole);
        List<Fragment> parts = new ArrayList<>();
        for (Set<String> set : grouping.sets()) {
            parts.add(part(set, shown, ordered, where));
        }
        String columns = String.join(
                ", ",
                IntStream.rangeClosed(1, shown.size()).mapToObj(i -> "c" + i).toList());
        return Fragment.concat(
                Fragment.of("SELECT " + columns + " FROM ("),
                Fragment.join(" UNION ALL ", parts),
                Fragment.of(")" + Orderings.sql(query, e -> outer(e, shown, ordered), refusals, ties(shown, ordered))));
    }

    private Fragment part(Set<String> set, List<Expression> shown, List<Expression> ordered, Fragment where)
            throws ApiError {
        GroupOperands operands = new GroupOperands(new Operands(tables), refusals, grouping, set);
        List<String> columns = new ArrayList<>();
        for (Expression expression : shown) {
            columns.add(operands.find(expression).sql());
        }
        for (Expression expression : ordered) {
            columns.add(operands.find(expression).sql());
        }
        for (Operand key : grouping.keys()) {
            columns.add(set.contains(key.sql()) ? "0" : "1");
            columns.add(set.contains(key.sql()) ? key.sql() : "NULL");
        }
        List<String> named = IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i) + " AS c" + (i + 1))
                .toList();
        List<String> keys = grouping.keys().stream()
                .filter(key -> set.contains(key.sql()))
                .map(Operand::told)
                .toList();
        // One group of all, which unlike none at all is not there without rows.
        return select(named, where, keys.isEmpty() ? List.of("NULL") : keys, having(operands));
    }

    private static Operand moved(Operand operand, int column) {
        return new Operand("c" + column, operand.type(), operand.field(), operand.isField(), operand.range());
    }

    private Operand outer(Expression expression, List<Expression> shown, List<Expression> ordered) throws ApiError {
        return moved(whole.find(expression), shown.size() + ordered.indexOf(expression) + 1);
    }

    private List<String> ties(List<Expression> shown, List<Expression> ordered) {
        List<String> ties = new ArrayList<>();
        int column = shown.size() + ordered.size();
        for (Operand key : grouping.keys()) {
            ties.add("c" + ++column);
            ties.add(moved(key, ++column).compared());
        }
        return ties;
    }

    private Fragment select(List<String> columns, Fragment where, List<String> keys, Fragment having) {
        String groupBy = keys.isEmpty() ? "" : " GROUP BY " + String.join(", ", keys);
        return Fragment.concat(
                Fragment.of("SELECT " + String.join(", ", columns) + " FROM " + tables.from() + " WHERE "),
                where,
                Fragment.of(groupBy),
                having);
    }

    private Fragment having(GroupOperands operands) throws ApiError {
        return query.having() == null
                ? Fragment.of("")
                : compilation
                        .conditions(tables, operands::find, query.having())
                        .compile(query.having())
                        .wrap(" HAVING (", ")");
    }
}
