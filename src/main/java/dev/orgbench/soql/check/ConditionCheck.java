package dev.orgbench.soql.check;

import dev.orgbench.soql.Condition;
import dev.orgbench.soql.Condition.Operator;
import dev.orgbench.soql.Condition.SetOperator;
import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.SelectItem;
import dev.orgbench.soql.SoqlFunction;
import dev.orgbench.soql.Value;
import dev.orgbench.soql.meaning.Operand;
import dev.orgbench.soql.meaning.Scope;
import dev.orgbench.soql.schema.FieldSchema;
import dev.orgbench.soql.schema.FieldType;
import dev.orgbench.soql.schema.FieldType.Family;
import java.util.Locale;
import java.util.Optional;

/** Checks the conditions of WHERE and HAVING. */
final class ConditionCheck {
    private final Scope scope;
    private final FunctionCheck functions;
    private final Report report;
    private final ValueCheck values;
    private final GroupCheck groups;

    ConditionCheck(Scope scope, FunctionCheck functions, Report report) {
        this.scope = scope;
        this.functions = functions;
        this.report = report;
        this.values = new ValueCheck(report);
        this.groups = new GroupCheck(scope.query(), report);
    }

    void where(Condition condition) {
        check(condition, false, false);
    }

    void having(Condition condition) {
        groups.collect();
        check(condition, true, false);
    }

    /** @param loose whether it stands under OR or NOT, where no query may stand behind IN */
    private void check(Condition condition, boolean having, boolean loose) {
        switch (condition) {
            case Condition.And and -> and.conditions().forEach(each -> check(each, having, loose));
            case Condition.Or or -> or.conditions().forEach(each -> check(each, having, true));
            case Condition.Not not -> check(not.condition(), having, true);
            case Condition.Group group -> check(group.condition(), having, loose);
            case Condition.Comparison comparison -> {
                left(comparison.left(), having);
                length(comparison.right());
                compare(comparison);
            }
            case Condition.Membership membership -> {
                left(membership.left(), having);
                membership.values().forEach(this::length);
                compare(membership);
            }
            case Condition.SemiJoin join -> {
                left(join.left(), having);
                semiJoin(join, loose);
            }
            case Condition.Gap gap -> left(gap.left(), having);
        }
    }

    private void length(Value value) {
        if (value instanceof Value.Text text && text.text().length() > Limits.LONGEST_TEXT) {
            report.error(
                    text.range(),
                    String.format(
                            Locale.ROOT,
                            "A text in a condition has at most %,d characters; this one has %,d.",
                            Limits.LONGEST_TEXT,
                            text.text().length()));
        }
    }

    private void left(Expression left, boolean having) {
        functions.expression(left);
        if (having) {
            if (scope.query().groupBy() != null) {
                groups.mustBeGrouped(left);
            }
            return;
        }
        if (left instanceof FunctionCall call && call.function().isAggregate()) {
            report.error(call.range(), "Aggregates cannot be filtered in WHERE. Use HAVING behind GROUP BY.");
        }
        Optional<FieldSchema> field = Operand.of(left, scope).field();
        field.filter(found -> !found.filterable())
                .ifPresent(found -> report.error(
                        left.range(), "Records cannot be filtered by " + found.name() + ", " + what(found) + "."));
    }

    private static String what(FieldSchema field) {
        return field.type() == FieldType.TEXTAREA ? "a long text" : QueryCheck.article(field) + " field";
    }

    private void compare(Condition.Comparison comparison) {
        Operand left = Operand.of(comparison.left(), scope);
        if (left.type().isEmpty() || !isJudged(left)) {
            return;
        }
        Operator operator = comparison.operator();
        boolean distance = comparison.left() instanceof FunctionCall call && call.function() == SoqlFunction.DISTANCE;
        if (distance && operator != Operator.LESS && operator != Operator.GREATER) {
            report.error(comparison.left().range(), "DISTANCE is compared with < or > only.");
            return;
        }
        if (!takes(left.type().get(), operator)) {
            report.error(
                    comparison.left().range().to(comparison.right().range()),
                    operator.text() + " cannot be used with " + name(left, comparison.left()) + ", "
                            + QueryCheck.article(left.type().get()) + " field.");
            return;
        }
        values.check(left, comparison.right(), name(left, comparison.left()), operator == Operator.LIKE);
    }

    private static boolean isJudged(Operand left) {
        return left.field().map(FieldSchema::filterable).orElse(true);
    }

    private static boolean takes(FieldType type, Operator operator) {
        boolean ordered = operator != Operator.EQUAL && operator != Operator.NOT_EQUAL && operator != Operator.LIKE;
        if (operator == Operator.LIKE) {
            return type.family() == Family.OTHER || (type.family() == Family.TEXT && type != FieldType.MULTIPICKLIST);
        }
        return !ordered
                || (type.family() != Family.BOOLEAN && type.family() != Family.ID && type != FieldType.MULTIPICKLIST);
    }

    private void compare(Condition.Membership membership) {
        Operand left = Operand.of(membership.left(), scope);
        if (left.type().isEmpty() || !isJudged(left)) {
            return;
        }
        boolean choices =
                membership.operator() == SetOperator.INCLUDES || membership.operator() == SetOperator.EXCLUDES;
        String name = name(left, membership.left());
        if (choices
                && left.type().get() != FieldType.MULTIPICKLIST
                && left.type().get() != FieldType.OTHER) {
            boolean includes = membership.operator() == SetOperator.INCLUDES;
            report.error(
                    membership.left().range(),
                    membership.operator().text() + " asks a multi-select picklist, and " + name + " is none. Use "
                            + (includes ? "IN." : "NOT IN."));
            return;
        }
        for (Value value : membership.values()) {
            values.check(left, value, name, false);
        }
    }

    private String name(Operand left, Expression expression) {
        return left.field().map(FieldSchema::name).orElseGet(() -> report.text(expression.range()));
    }

    private void semiJoin(Condition.SemiJoin join, boolean loose) {
        if (loose) {
            report.error(join.query().range(), "A query behind IN cannot stand under OR or NOT.");
        }
        Operand left = Operand.of(join.left(), scope);
        boolean id = left.type()
                .map(type -> type.family() == Family.ID || type == FieldType.OTHER)
                .orElse(true);
        if (!id) {
            report.error(
                    join.left().range(),
                    "A query behind IN compares ids, and " + name(left, join.left()) + " is none.");
        }
        Query inner = join.query();
        if (inner.select().size() == 1
                && inner.select().getFirst() instanceof SelectItem.Column column
                && column.expression() instanceof FieldPath path) {
            Operand selected = Operand.of(path, Scope.of(inner, scope.schema()));
            boolean fits =
                    selected.type().map(type -> type.family() == Family.ID).orElse(true);
            if (!fits) {
                report.error(
                        path.range(), "A query behind IN selects an id or a reference; " + path.text() + " is none.");
            }
        }
    }
}
