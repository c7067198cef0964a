package dev.orgbench.soql;

import dev.orgbench.soql.Condition.Operator;
import dev.orgbench.soql.Condition.SetOperator;
import dev.orgbench.soql.Slot.Use;
import java.util.ArrayList;
import java.util.List;

/** Reads the conditions of WHERE and HAVING. */
final class ConditionParser {
    private static final int LONGEST_WRAPPED = 2_000;

    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final ValueParser values;
    private final QueryParser queries;
    private final Operators operators;

    ConditionParser(TokenCursor cursor, ExpressionParser expressions, ValueParser values, QueryParser queries) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.values = values;
        this.queries = queries;
        this.operators = new Operators(cursor);
    }

    Condition condition(Use use) {
        cursor.enter();
        Condition first = one(use);
        Condition whole = first;
        String word = connective();
        if (!word.isEmpty()) {
            List<Condition> all = new ArrayList<>();
            all.add(first);
            for (String next = word; !next.isEmpty(); next = connective()) {
                if (!next.equals(word)) {
                    reportMixed(cursor.since(first.range()));
                }
                operators.takeConnective();
                all.add(one(use));
            }
            Range range = cursor.since(first.range());
            whole = word.equals("AND") ? new Condition.And(range, all) : new Condition.Or(range, all);
        }
        cursor.leave();
        return whole;
    }

    private String connective() {
        cursor.offer("AND", "OR");
        return operators.connective();
    }

    /** AND beside OR needs parentheses; the tree has one list of them all. */
    private void reportMixed(Range before) {
        Token word = cursor.peek();
        cursor.reportHere(new Fault(
                word.range(),
                Wording.unexpected(word),
                new Problem(
                        word.range(),
                        Severity.ERROR,
                        "AND and OR may not stand side by side. Put parentheses around what belongs together.",
                        parentheses(before))));
    }

    /** None around a long text: copying it for each of many faults would take its time. */
    private List<Fix> parentheses(Range range) {
        if (range.length() > LONGEST_WRAPPED) {
            return List.of();
        }
        String text = cursor.soql().substring(range.start(), range.end());
        return List.of(new Fix("Put what stands before in parentheses", range, "(" + text + ")"));
    }

    private Condition one(Use use) {
        Token first = cursor.peek();
        cursor.offer("NOT");
        if (first.isWord("NOT")) {
            cursor.enter();
            cursor.take();
            Condition denied = one(use);
            cursor.leave();
            return new Condition.Not(cursor.since(first.range()), denied);
        }
        if (cursor.takeIfSymbol("(")) {
            Condition inner = condition(use);
            if (!cursor.atSymbol(")")) {
                cursor.unexpected("a closing parenthesis");
                cursor.skipToClose();
            }
            cursor.takeIfSymbol(")");
            return new Condition.Group(cursor.since(first.range()), inner);
        }
        return test(use);
    }

    private Condition test(Use use) {
        Expression left = expressions.expression(use);
        cursor.offer(new Slot.Operator(left));
        Operator operator = operators.comparison();
        if (operator != null) {
            cursor.take();
            operators.refuseSecond();
            cursor.offer(new Slot.Literal(left));
            Value right = values.value();
            return new Condition.Comparison(cursor.since(left.range()), left, operator, right);
        }
        SetOperator set = operators.set();
        if (set == null) {
            return gap(left);
        }
        return membership(left, set);
    }

    private Condition gap(Expression left) {
        operators.reportNone(left);
        if (cursor.atCaret()) {
            cursor.take();
        } else {
            operators.skipTest();
        }
        return new Condition.Gap(cursor.since(left.range()), left);
    }

    private Condition membership(Expression left, SetOperator set) {
        if (cursor.atSymbol(":")) {
            Value bound = values.bind();
            return new Condition.Membership(cursor.since(left.range()), left, set, List.of(bound));
        }
        if (!cursor.takeIfSymbol("(")) {
            operators.reportNoParenthesis();
            cursor.offer(new Slot.Literal(left));
            Value only = values.value();
            return new Condition.Membership(cursor.since(left.range()), left, set, List.of(only));
        }
        boolean in = set == SetOperator.IN || set == SetOperator.NOT_IN;
        if (in) {
            cursor.offer("SELECT");
        }
        if (in && cursor.atWord("SELECT")) {
            Query query = queries.nested();
            cursor.expectSymbol(")");
            return new Condition.SemiJoin(cursor.since(left.range()), left, set == SetOperator.NOT_IN, query);
        }
        List<Value> all = new ArrayList<>();
        do {
            cursor.offer(new Slot.Literal(left));
            all.add(values.value());
            if (!cursor.atSymbol(",") && !cursor.atSymbol(")")) {
                cursor.unexpected("a comma or a closing parenthesis");
                operators.skipValue();
            }
        } while (cursor.takeIfSymbol(","));
        cursor.takeIfSymbol(")");
        return new Condition.Membership(cursor.since(left.range()), left, set, all);
    }
}
