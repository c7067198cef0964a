package dev.orgbench.soql;

import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Query.From;
import java.util.List;

/** Reads a query, clause by clause, by recursive descent. */
final class QueryParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final SelectParser selects;
    private final ClauseParser clauses;

    QueryParser(TokenCursor cursor) {
        this.cursor = cursor;
        ValueParser values = new ValueParser(cursor);
        this.expressions = new ExpressionParser(cursor, values);
        this.selects = new SelectParser(cursor, expressions, this);
        ConditionParser conditions = new ConditionParser(cursor, expressions, values, this);
        this.clauses = new ClauseParser(cursor, expressions, conditions, values);
    }

    /** A query with nothing behind it. */
    Query whole() {
        return query(false);
    }

    /** A query in parentheses, up to the closing one. */
    Query nested() {
        return query(true);
    }

    private Query query(boolean nested) {
        cursor.enter();
        Range start = cursor.peek().range();
        select();
        QueryDraft draft = new QueryDraft(selects.items());
        if (cursor.takeIfWord("FROM")) {
            from(draft);
        } else {
            cursor.unexpected("FROM with an object");
        }
        new ClauseSequence(cursor, this, clauses, Clause.OF_QUERIES, draft).read(nested);
        cursor.leave();
        return draft.query(cursor.since(start));
    }

    /** An object of SOSL's RETURNING, with its parentheses if it has them. */
    Returned returned() {
        FieldPath object = expressions.source();
        boolean open = cursor.takeIfSymbol("(");
        QueryDraft draft = new QueryDraft(open ? selects.fields() : List.of());
        draft.from.add(new From(object.range(), object, null));
        if (open) {
            new ClauseSequence(cursor, this, clauses, Clause.OF_SEARCHES, draft).read(true);
            cursor.expectSymbol(")");
        }
        Range range = cursor.since(object.range());
        return new Returned(range, draft.query(range), draft.listView);
    }

    private void select() {
        cursor.offer("SELECT");
        if (cursor.takeIfWord("SELECT")) {
            return;
        }
        Token first = cursor.peek();
        if (first.kind() == TokenKind.WORD
                && !Spelling.near(first.text(), List.of("SELECT"), 1).isEmpty()) {
            cursor.reportHere(Fault.of(
                    first.range(),
                    Wording.unexpected(first),
                    "A query begins with SELECT.",
                    new Fix("Change to SELECT", first.range(), "SELECT")));
            cursor.take();
            return;
        }
        cursor.unexpected("SELECT");
        if (cursor.atCaret()) {
            cursor.take();
        }
        boolean later =
                first.kind() == TokenKind.WORD && cursor.peek(1).kind() == TokenKind.WORD && Clause.at(cursor) == null;
        if (later || first.kind() != TokenKind.WORD) {
            cursor.skipToClose();
        }
    }

    /** What stands behind FROM. */
    void from(QueryDraft draft) {
        do {
            Range start = cursor.peek().range();
            FieldPath path = expressions.source();
            Name alias = Keywords.mayBeAlias(cursor.peek()) ? cursor.expectName("an alias") : null;
            draft.from.add(new From(cursor.since(path.range().length() == 0 ? path.range() : start), path, alias));
        } while (cursor.takeIfSymbol(","));
    }
}
