package dev.orgbench.soql;

import dev.orgbench.soql.Condition.Operator;
import dev.orgbench.soql.Condition.SetOperator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of WHERE and HAVING. */
final class ConditionParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final ValueParser values;
    private final QueryParser queries;

    ConditionParser(TokenCursor cursor, ExpressionParser expressions, ValueParser values, QueryParser queries) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.values = values;
        this.queries = queries;
    }

    Condition condition() throws SoqlSyntaxException {
        cursor.enter();
        Condition first = one();
        Condition whole = first;
        if (cursor.atWord("AND")) {
            List<Condition> all = rest(first, "AND");
            whole = new Condition.And(cursor.since(first.range()), all);
        } else if (cursor.atWord("OR")) {
            List<Condition> all = rest(first, "OR");
            whole = new Condition.Or(cursor.since(first.range()), all);
        }
        // AND beside OR needs parentheses.
        if (cursor.atWord("AND") || cursor.atWord("OR")) {
            throw cursor.unexpected();
        }
        cursor.leave();
        return whole;
    }

    private List<Condition> rest(Condition first, String word) throws SoqlSyntaxException {
        List<Condition> all = new ArrayList<>();
        all.add(first);
        while (cursor.takeIfWord(word)) {
            all.add(one());
        }
        return all;
    }

    private Condition one() throws SoqlSyntaxException {
        Token first = cursor.peek();
        if (first.isWord("NOT")) {
            cursor.enter();
            cursor.take();
            Condition denied = one();
            cursor.leave();
            return new Condition.Not(cursor.since(first.range()), denied);
        }
        if (cursor.takeIfSymbol("(")) {
            Condition inner = condition();
            cursor.expectSymbol(")");
            return new Condition.Group(cursor.since(first.range()), inner);
        }
        return test();
    }

    private Condition test() throws SoqlSyntaxException {
        Expression left = expressions.expression();
        Operator operator = operator();
        if (operator != null) {
            cursor.take();
            Value right = values.value();
            return new Condition.Comparison(cursor.since(left.range()), left, operator, right);
        }
        SetOperator set = setOperator();
        cursor.expectSymbol("(");
        boolean in = set == SetOperator.IN || set == SetOperator.NOT_IN;
        if (in && cursor.atWord("SELECT")) {
            Query query = queries.query();
            cursor.expectSymbol(")");
            return new Condition.SemiJoin(cursor.since(left.range()), left, set == SetOperator.NOT_IN, query);
        }
        List<Value> all = new ArrayList<>();
        do {
            all.add(values.value());
        } while (cursor.takeIfSymbol(","));
        cursor.expectSymbol(")");
        return new Condition.Membership(cursor.since(left.range()), left, set, all);
    }

    private @Nullable Operator operator() {
        if (cursor.atWord("LIKE")) {
            return Operator.LIKE;
        }
        if (cursor.peek().kind() != TokenKind.SYMBOL) {
            return null;
        }
        return switch (cursor.peek().text()) {
            case "=" -> Operator.EQUAL;
            case "!=", "<>" -> Operator.NOT_EQUAL;
            case "<" -> Operator.LESS;
            case "<=" -> Operator.LESS_OR_EQUAL;
            case ">" -> Operator.GREATER;
            case ">=" -> Operator.GREATER_OR_EQUAL;
            default -> null;
        };
    }

    private SetOperator setOperator() throws SoqlSyntaxException {
        if (cursor.takeIfWord("IN")) {
            return SetOperator.IN;
        }
        if (cursor.takeIfWord("INCLUDES")) {
            return SetOperator.INCLUDES;
        }
        if (cursor.takeIfWord("EXCLUDES")) {
            return SetOperator.EXCLUDES;
        }
        if (cursor.atWords("NOT", "IN")) {
            cursor.take();
            cursor.take();
            return SetOperator.NOT_IN;
        }
        throw cursor.unexpected();
    }
}
