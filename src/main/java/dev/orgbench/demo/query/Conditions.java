package dev.orgbench.demo.query;

import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Condition;
import dev.orgbench.soql.Condition.Operator;
import dev.orgbench.soql.Condition.SetOperator;
import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.SoqlFunction;
import dev.orgbench.soql.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** WHERE and HAVING as SQL. A condition about a missing value is false, and its NOT true, as in Salesforce. */
final class Conditions {
    private final Left lefts;
    private final SemiJoins semiJoins;
    private final Comparisons comparisons;
    private final Refusals refusals;

    /** Finds what a condition's left side means. */
    interface Left {
        Operand find(Expression expression) throws ApiError;
    }

    /** Makes a sub-query in a condition. */
    interface SemiJoins {
        Fragment compile(Condition.SemiJoin join, Operand left) throws ApiError;
    }

    Conditions(Left lefts, SemiJoins semiJoins, Comparisons comparisons, Refusals refusals) {
        this.lefts = lefts;
        this.semiJoins = semiJoins;
        this.comparisons = comparisons;
        this.refusals = refusals;
    }

    Fragment compile(Condition condition) throws ApiError {
        return switch (condition) {
            case Condition.And and -> Fragment.and(all(and.conditions()));
            case Condition.Or or -> Fragment.or(all(or.conditions()));
            case Condition.Not not -> compile(not.condition()).negate();
            case Condition.Group group -> compile(group.condition());
            case Condition.Comparison comparison -> comparison(comparison);
            case Condition.Membership membership -> membership(membership);
            // A strict reading leaves none.
            case Condition.Gap gap -> throw refusals.malformed(gap.range(), Wording.INCOMPLETE);
            case Condition.SemiJoin join -> semiJoins.compile(join, left(join.left()));
        };
    }

    private Fragment comparison(Condition.Comparison comparison) throws ApiError {
        boolean ordered = comparison.operator() == Operator.LESS || comparison.operator() == Operator.GREATER;
        if (isDistance(comparison.left()) && !ordered) {
            throw refusals.malformed(comparison.range(), Wording.OPERATOR_OF_DISTANCE);
        }
        Operand left = left(comparison.left());
        checkLength(comparison.right());
        return comparisons.compare(left, comparison.operator(), comparison.right());
    }

    private static boolean isDistance(Expression expression) {
        return expression instanceof FunctionCall call && call.function() == SoqlFunction.DISTANCE;
    }

    private void checkLength(Value value) throws ApiError {
        if (value instanceof Value.Text text && text.text().length() > QueryLimits.LONGEST_TEXT) {
            throw refusals.malformed(value.range(), Wording.textTooLong());
        }
    }

    private List<Fragment> all(List<Condition> conditions) throws ApiError {
        List<Fragment> all = new ArrayList<>();
        for (Condition condition : conditions) {
            all.add(compile(condition));
        }
        return all;
    }

    private Operand left(Expression expression) throws ApiError {
        Operand left = lefts.find(expression);
        if (!left.field().filterable() || left.field().isCompound() || left.type() == FieldType.ENCRYPTEDSTRING) {
            throw refusals.cannotBe("filtered", left.range(), left.field().name());
        }
        return left;
    }

    private Fragment membership(Condition.Membership membership) throws ApiError {
        if (isDistance(membership.left())) {
            throw refusals.malformed(membership.range(), Wording.OPERATOR_OF_DISTANCE);
        }
        Operand left = left(membership.left());
        for (Value value : membership.values()) {
            checkLength(value);
        }
        return switch (membership.operator()) {
            case IN -> in(left, membership.values());
            case NOT_IN -> in(left, membership.values()).negate();
            case INCLUDES -> includes(left, membership);
            case EXCLUDES -> includes(left, membership).negate();
        };
    }

    private Fragment in(Operand left, List<Value> values) throws ApiError {
        List<Object> plain = new ArrayList<>();
        List<Fragment> any = new ArrayList<>();
        for (Value value : values) {
            Optional<Object> object = comparisons.plain(left, value);
            if (object.isPresent()) {
                plain.add(object.get());
            } else {
                any.add(comparisons.compare(left, Operator.EQUAL, value));
            }
        }
        if (!plain.isEmpty()) {
            String marks = String.join(", ", Collections.nCopies(plain.size(), "?"));
            any.add(new Fragment(left.compared() + " IN (" + marks + ")", plain));
        }
        return Fragment.or(any);
    }

    private Fragment includes(Operand left, Condition.Membership membership) throws ApiError {
        if (left.type() != FieldType.MULTIPICKLIST) {
            String word = membership.operator() == SetOperator.INCLUDES ? "INCLUDES" : "EXCLUDES";
            throw refusals.malformed(
                    left.range(), Wording.notMultiSelect(word, left.field().name()));
        }
        List<Fragment> any = new ArrayList<>();
        for (Value value : membership.values()) {
            if (!(value instanceof Value.Text text)) {
                throw refusals.wrongType(left.range(), left.field().name(), left.type(), value);
            }
            any.add(Choices.includes(left.sql(), text.text()));
        }
        return Fragment.or(any);
    }
}
