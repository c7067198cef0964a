package dev.orgbench.soql;

import java.util.List;

/** A condition of WHERE or HAVING. AND and OR never share a level, so their precedence is never asked. */
public sealed interface Condition {
    Range range();

    /** At least two conditions, all of which must hold. */
    record And(Range range, List<Condition> conditions) implements Condition {
        public And {
            conditions = List.copyOf(conditions);
        }
    }

    /** At least two conditions, one of which must hold. */
    record Or(Range range, List<Condition> conditions) implements Condition {
        public Or {
            conditions = List.copyOf(conditions);
        }
    }

    record Not(Range range, Condition condition) implements Condition {}

    /** A condition in parentheses. */
    record Group(Range range, Condition condition) implements Condition {}

    /** {@code Amount > 100}, {@code Name LIKE 'A%'}. */
    record Comparison(Range range, Expression left, Operator operator, Value right) implements Condition {}

    /** {@code IN}, {@code NOT IN}, {@code INCLUDES}, {@code EXCLUDES} with its values, of which there is at least one. */
    record Membership(Range range, Expression left, SetOperator operator, List<Value> values) implements Condition {
        public Membership {
            values = List.copyOf(values);
        }
    }

    /** {@code Id IN (SELECT AccountId FROM Contact)}. */
    record SemiJoin(Range range, Expression left, boolean negated, Query query) implements Condition {}

    /**
     * A test that ends before its operator. Only in a tree with errors.
     *
     * @param left maybe a path of one missing name
     */
    record Gap(Range range, Expression left) implements Condition {}

    /** How two values are compared. */
    enum Operator {
        EQUAL("="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        LIKE("LIKE");

        private final String text;

        Operator(String text) {
            this.text = text;
        }

        /** As SOQL writes it. */
        public String text() {
            return text;
        }
    }

    /** How a value is compared with several. */
    enum SetOperator {
        IN,
        NOT_IN,
        INCLUDES,
        EXCLUDES;

        /** As SOQL writes it. */
        public String text() {
            return this == NOT_IN ? "NOT IN" : name();
        }
    }
}
