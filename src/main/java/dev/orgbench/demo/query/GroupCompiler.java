package dev.orgbench.demo.query;

import dev.orgbench.demo.ApiError;
import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.Name;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.Query.Grouping;
import dev.orgbench.soql.Query.GroupingKind;
import dev.orgbench.soql.SelectItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the plan of a query with aggregates or GROUP BY. (SOQL and SOSL Reference, "GROUP BY", "Aggregate Functions".) */
final class GroupCompiler {
    private final Compilation compilation;
    private final Refusals refusals;
    private final Query query;
    private final Tables tables;
    private final Operands operands;
    private final Projection projection = new Projection();
    private final Set<String> groups = new LinkedHashSet<>();
    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private int unnamed;

    private GroupCompiler(Compilation compilation, Query query) throws ApiError {
        this.compilation = compilation;
        this.refusals = compilation.refusals();
        this.query = query;
        this.tables = compilation.tables(query);
        this.operands = new Operands(tables);
    }

    static GroupPlan compile(Compilation compilation, Query query) throws ApiError {
        return new GroupCompiler(compilation, query).plan();
    }

    /** Whether the SELECT list has an aggregate function. */
    static boolean hasAggregate(Query query) {
        return query.select().stream()
                .anyMatch(item -> item instanceof SelectItem.Column column
                        && column.expression() instanceof FunctionCall call
                        && call.function().isAggregate());
    }

    private GroupPlan plan() throws ApiError {
        compilation.refuseUnserved(query);
        Grouping grouping = query.groupBy();
        if (grouping == null && query.limit() != null) {
            throw refusals.malformed(query.limit().range(), Wording.LIMIT_WITHOUT_GROUP);
        }
        List<String> groupKeys = grouping == null ? List.of() : groupKeys(grouping);
        for (SelectItem item : query.select()) {
            if (!(item instanceof SelectItem.Column column)) {
                throw refusals.malformed(item.range(), Wording.NOT_IN_GROUPS);
            }
            select(column);
        }
        Fragment where = compilation.where(query, tables);
        Fragment having = query.having() == null
                ? Fragment.of("")
                : compilation.conditions(this::grouped, query.having())
                        .compile(query.having())
                        .wrap(" HAVING ", "");
        String order = Orderings.sql(query, this::grouped, refusals, groupKeys);
        String groupBy = groupKeys.isEmpty() ? "" : " GROUP BY " + String.join(", ", groupKeys);
        Fragment sql = Fragment.concat(
                Fragment.of("SELECT " + projection.sql() + " FROM " + tables.from() + " WHERE "),
                where,
                Fragment.of(groupBy),
                having,
                Fragment.of(order),
                compilation.limits(query));
        return new GroupPlan(Compilation.bounded(sql), cells);
    }

    private List<String> groupKeys(Grouping grouping) throws ApiError {
        if (grouping.kind() != GroupingKind.PLAIN) {
            throw refusals.unsupported(grouping.range(), "GROUP BY " + grouping.kind().name());
        }
        List<String> keys = new ArrayList<>();
        for (Expression expression : grouping.expressions()) {
            Operand operand = operands.ofRow(expression);
            if (operand.isField() && !operand.field().groupable()) {
                throw refusals.cannotBe("grouped", operand.range(), operand.field().name());
            }
            groups.add(operand.sql());
            keys.add(operand.sql() + (operand.type().isText() ? " COLLATE NOCASE" : ""));
        }
        return keys;
    }

    private void select(SelectItem.Column column) throws ApiError {
        Operand operand = grouped(column.expression());
        Name alias = column.alias();
        String name;
        if (alias != null) {
            name = alias.text();
        } else if (column.expression() instanceof FieldPath) {
            name = operand.field().name();
        } else {
            name = "expr" + unnamed++;
        }
        Cell cell = Cells.value(operand.type(), projection.add(operand.sql()));
        if (cells.putIfAbsent(name, cell) != null) {
            throw refusals.duplicateAlias(column.range(), name);
        }
    }

    /** An aggregate, or what the query groups by. */
    private Operand grouped(Expression expression) throws ApiError {
        Operand operand = operands.ofGroup(expression);
        boolean aggregate = expression instanceof FunctionCall call && call.function().isAggregate();
        if (!aggregate && !groups.contains(operand.sql())) {
            String name = expression instanceof FieldPath path ? path.text() : operand.field().name();
            throw refusals.mustBeGrouped(expression.range(), name);
        }
        return operand;
    }
}
