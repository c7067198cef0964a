package dev.orgbench.soql.check;

import dev.orgbench.soql.Condition;
import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.Fix;
import dev.orgbench.soql.Name;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.SelectItem;
import dev.orgbench.soql.SoqlFunction;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks how fields, aggregates and groups stand together. (SOQL and SOSL Reference, "GROUP BY", "Aggregate Functions".) */
final class GroupCheck {
    /** {@code expr0} is the first aggregate without an alias. (SOQL and SOSL Reference, "Using Aliases with GROUP BY".) */
    private static final Pattern GIVEN_ALIAS = Pattern.compile("expr\\d+");

    private final Query query;
    private final Report report;
    private final Set<String> groups = new HashSet<>();

    GroupCheck(Query query, Report report) {
        this.query = query;
        this.report = report;
    }

    /** Whether the answer is of groups, not of records. */
    static boolean isGrouped(Query query) {
        return query.groupBy() != null || query.select().stream().anyMatch(GroupCheck::hasAggregate);
    }

    private static boolean hasAggregate(SelectItem item) {
        return item instanceof SelectItem.Column column && isAggregate(column.expression());
    }

    private static boolean isAggregate(Expression expression) {
        return expression instanceof FunctionCall call
                && (call.function().isAggregate()
                        || call.function() == SoqlFunction.GROUPING
                        || call.arguments().stream().anyMatch(GroupCheck::isAggregate));
    }

    /**
     * Whether it names an alias of SELECT, or one that Salesforce gives aggregates without. Whether Salesforce orders by
     * one has no public source: it is let pass.
     */
    static boolean isAlias(Expression expression, Query query) {
        return expression instanceof FieldPath path
                && path.names().size() == 1
                && query.select().stream().anyMatch(item -> isCalled(item, path.field()));
    }

    private static boolean isCalled(SelectItem item, Name name) {
        return item instanceof SelectItem.Column(var range, var selected, var alias)
                && (alias != null
                        ? alias.key().equals(name.key())
                        : isAggregate(selected)
                                && GIVEN_ALIAS.matcher(name.key()).matches());
    }

    /** Notes what the query groups by. */
    void collect() {
        if (query.groupBy() != null) {
            query.groupBy().expressions().forEach(each -> groups.add(key(each)));
        }
    }

    void run() {
        collect();
        if (!isGrouped(query)) {
            query.select().forEach(this::ofRecords);
            return;
        }
        if (query.select().stream().anyMatch(SelectCheck::isBareCount)) {
            bareCount();
            return;
        }
        query.select().forEach(this::ofGroups);
        query.select().forEach(this::grouping);
        query.orderBy().forEach(ordering -> grouping(ordering.expression()));
        query.orderBy().forEach(ordering -> mustBeGrouped(ordering.expression()));
        Query.Amount limit = query.limit();
        if (query.groupBy() == null && limit != null) {
            report.error(
                    limit.range(),
                    "Aggregates without GROUP BY make one row, and take no LIMIT.",
                    new Fix("Remove LIMIT", limit.range(), ""));
        }
    }

    private void ofRecords(SelectItem item) {
        boolean part = item instanceof SelectItem.Column column
                && column.expression() instanceof FunctionCall call
                && call.function().kind() == SoqlFunction.Kind.DATE;
        if (part) {
            report.error(
                    item.range(),
                    "A part of a date can be selected only if it is in GROUP BY too.",
                    grouping(item.range()));
        }
    }

    private void bareCount() {
        if (query.select().size() > 1) {
            SelectItem count = query.select().stream()
                    .filter(SelectCheck::isBareCount)
                    .findFirst()
                    .orElseThrow();
            report.error(
                    count.range(),
                    "COUNT() stands alone. Beside others, count a field.",
                    Report.change(count.range(), "COUNT(Id)"));
        } else if (query.groupBy() != null) {
            report.error(
                    query.select().getFirst().range(),
                    "COUNT() cannot be used with GROUP BY.",
                    Report.change(query.select().getFirst().range(), "COUNT(Id)"));
        }
    }

    private void ofGroups(SelectItem item) {
        if (item instanceof SelectItem.Column column) {
            mustBeGrouped(column.expression());
        } else if (!(item instanceof SelectItem.AllFields)) {
            report.error(item.range(), "Groups have fields and aggregates only.");
        }
    }

    private void grouping(SelectItem item) {
        if (item instanceof SelectItem.Column column) {
            grouping(column.expression());
        }
    }

    /** GROUPING() tells subtotals from groups, of which ROLLUP and CUBE alone make both. */
    private void grouping(Expression expression) {
        if (!(expression instanceof FunctionCall call) || call.function() != SoqlFunction.GROUPING) {
            return;
        }
        boolean plain = query.groupBy() == null || query.groupBy().kind() == Query.GroupingKind.PLAIN;
        if (plain) {
            report.error(call.range(), "GROUPING() goes with GROUP BY ROLLUP or GROUP BY CUBE.");
        } else if (!call.arguments().isEmpty()
                && !groups.contains(key(call.arguments().getFirst()))) {
            Range range = call.arguments().getFirst().range();
            report.error(range, report.text(range) + " must be in GROUP BY for GROUPING() to tell of it.");
        }
    }

    /** For HAVING too. */
    void mustBeGrouped(Expression expression) {
        boolean missing = expression instanceof FieldPath path && path.field().isMissing();
        if (missing || isAlias(expression, query) || isAggregate(expression) || groups.contains(key(expression))) {
            return;
        }
        if (expression instanceof FunctionCall call
                && call.arguments().stream().anyMatch(argument -> groups.contains(key(argument)))) {
            return;
        }
        if (expression instanceof FieldPath || expression instanceof FunctionCall) {
            report.error(
                    expression.range(),
                    report.text(expression.range()) + " must be in GROUP BY, or in an aggregate such as COUNT().",
                    grouping(expression.range()));
        }
    }

    /** The expression at {@code range} added to GROUP BY. */
    private List<Fix> grouping(Range range) {
        String added = report.text(range);
        String label = "Group by " + added;
        if (query.groupBy() != null) {
            boolean plain = query.groupBy().kind() == Query.GroupingKind.PLAIN;
            int end = query.groupBy().range().end();
            return plain ? List.of(new Fix(label, new Range(end, end), ", " + added)) : List.of();
        }
        Condition where = query.where();
        if (query.from().isEmpty()
                || query.access() != null
                || !query.categories().isEmpty()) {
            return List.of();
        }
        int end = where != null
                ? where.range().end()
                : query.from().getLast().range().end();
        boolean scoped = where == null && query.scope() != null;
        return scoped ? List.of() : List.of(new Fix(label, new Range(end, end), " GROUP BY " + added));
    }

    private String key(Expression expression) {
        return report.text(expression.range()).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}
