package dev.orgbench.soql;

import dev.orgbench.soql.Query.Amount;
import dev.orgbench.soql.Query.Direction;
import dev.orgbench.soql.Query.Ending;
import dev.orgbench.soql.Query.EndingKind;
import dev.orgbench.soql.Query.From;
import dev.orgbench.soql.Query.Grouping;
import dev.orgbench.soql.Query.GroupingKind;
import dev.orgbench.soql.Query.Nulls;
import dev.orgbench.soql.Query.Ordering;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a query, clause by clause, by recursive descent. */
final class QueryParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final SelectParser selects;
    private final ConditionParser conditions;

    QueryParser(TokenCursor cursor) {
        this.cursor = cursor;
        ValueParser values = new ValueParser(cursor);
        this.expressions = new ExpressionParser(cursor, values);
        this.selects = new SelectParser(cursor, expressions, this);
        this.conditions = new ConditionParser(cursor, expressions, values, this);
    }

    /** A query with nothing behind it. */
    Query whole() throws SoqlSyntaxException {
        Query query = query();
        if (cursor.atWords("ALL", "ROWS")) {
            throw cursor.problem(cursor.peek().range(), Wording.ALL_ROWS);
        }
        if (cursor.peek().kind() != TokenKind.END) {
            throw cursor.unexpected();
        }
        return query;
    }

    Query query() throws SoqlSyntaxException {
        cursor.enter();
        Range start = cursor.peek().range();
        cursor.expectWord("SELECT");
        List<SelectItem> select = selects.items();
        cursor.expectWord("FROM");
        List<From> from = from();
        Name scope = scope();
        Condition where = cursor.takeIfWord("WHERE") ? conditions.condition() : null;
        Name access = cursor.takeIfWord("WITH") ? access() : null;
        Grouping groupBy = cursor.atWords("GROUP", "BY") ? groupBy() : null;
        Condition having = groupBy != null && cursor.takeIfWord("HAVING") ? conditions.condition() : null;
        List<Ordering> orderBy = cursor.atWords("ORDER", "BY") ? orderBy() : List.of();
        Amount limit = amount("LIMIT");
        Amount offset = amount("OFFSET");
        List<Ending> endings = endings();
        cursor.leave();
        return new Query(
                cursor.since(start),
                select,
                from,
                scope,
                where,
                access,
                groupBy,
                having,
                orderBy,
                limit,
                offset,
                endings);
    }

    private List<From> from() throws SoqlSyntaxException {
        List<From> all = new ArrayList<>();
        do {
            Range start = cursor.peek().range();
            Expression.FieldPath path = expressions.source();
            Name alias = Keywords.mayBeAlias(cursor.peek()) ? cursor.expectName() : null;
            all.add(new From(cursor.since(start), path, alias));
        } while (cursor.takeIfSymbol(","));
        return all;
    }

    private @Nullable Name scope() throws SoqlSyntaxException {
        if (!cursor.takeIfWord("USING")) {
            return null;
        }
        cursor.expectWord("SCOPE");
        return cursor.expectName();
    }

    private Name access() throws SoqlSyntaxException {
        boolean known = cursor.atWord("SECURITY_ENFORCED") || cursor.atWord("USER_MODE") || cursor.atWord("SYSTEM_MODE");
        if (!known) {
            throw cursor.unexpected();
        }
        return cursor.expectName();
    }

    private Grouping groupBy() throws SoqlSyntaxException {
        Range start = cursor.take().range();
        cursor.expectWord("BY");
        GroupingKind kind = GroupingKind.PLAIN;
        if (cursor.peek(1).isSymbol("(")) {
            if (cursor.takeIfWord("ROLLUP")) {
                kind = GroupingKind.ROLLUP;
            } else if (cursor.takeIfWord("CUBE")) {
                kind = GroupingKind.CUBE;
            }
        }
        if (kind != GroupingKind.PLAIN) {
            cursor.expectSymbol("(");
        }
        List<Expression> groups = new ArrayList<>();
        do {
            groups.add(expressions.expression());
        } while (cursor.takeIfSymbol(","));
        if (kind != GroupingKind.PLAIN) {
            cursor.expectSymbol(")");
        }
        return new Grouping(cursor.since(start), kind, groups);
    }

    private List<Ordering> orderBy() throws SoqlSyntaxException {
        cursor.expectWord("ORDER");
        cursor.expectWord("BY");
        List<Ordering> all = new ArrayList<>();
        do {
            Expression expression = expressions.expression();
            Direction direction = null;
            if (cursor.takeIfWord("ASC")) {
                direction = Direction.ASC;
            } else if (cursor.takeIfWord("DESC")) {
                direction = Direction.DESC;
            }
            Nulls nulls = cursor.takeIfWord("NULLS") ? nulls() : null;
            all.add(new Ordering(cursor.since(expression.range()), expression, direction, nulls));
        } while (cursor.takeIfSymbol(","));
        return all;
    }

    private Nulls nulls() throws SoqlSyntaxException {
        if (cursor.takeIfWord("FIRST")) {
            return Nulls.FIRST;
        }
        cursor.expectWord("LAST");
        return Nulls.LAST;
    }

    private @Nullable Amount amount(String word) throws SoqlSyntaxException {
        Range start = cursor.peek().range();
        if (!cursor.takeIfWord(word)) {
            return null;
        }
        Token number = cursor.peek();
        if (number.kind() != TokenKind.NUMBER || !number.text().matches("\\d{1,9}")) {
            throw cursor.unexpected();
        }
        cursor.take();
        return new Amount(cursor.since(start), Integer.parseInt(number.text()));
    }

    private List<Ending> endings() throws SoqlSyntaxException {
        List<Ending> all = new ArrayList<>();
        while (true) {
            Token first = cursor.peek();
            EndingKind kind;
            if (cursor.atWords("FOR", "VIEW")) {
                kind = EndingKind.FOR_VIEW;
            } else if (cursor.atWords("FOR", "REFERENCE")) {
                kind = EndingKind.FOR_REFERENCE;
            } else if (cursor.atWords("FOR", "UPDATE")) {
                kind = EndingKind.FOR_UPDATE;
            } else if (cursor.atWords("UPDATE", "TRACKING")) {
                kind = EndingKind.UPDATE_TRACKING;
            } else if (cursor.atWords("UPDATE", "VIEWSTAT")) {
                kind = EndingKind.UPDATE_VIEWSTAT;
            } else {
                return all;
            }
            cursor.take();
            cursor.take();
            all.add(new Ending(cursor.since(first.range()), kind));
        }
    }
}
