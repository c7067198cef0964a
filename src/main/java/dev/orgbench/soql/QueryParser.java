package dev.orgbench.soql;

import dev.orgbench.soql.Query.From;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a query, clause by clause, by recursive descent. */
final class QueryParser {
    private static final List<String> CLAUSES =
            Stream.of(Clause.values()).map(Clause::firstWord).distinct().toList();

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
        Clause done = Clause.FROM;
        if (cursor.takeIfWord("FROM")) {
            from(draft);
        } else {
            cursor.unexpected("FROM with an object");
        }
        boolean more = true;
        while (more) {
            offer(done, draft);
            Clause clause = Clause.at(cursor);
            if (clause == null) {
                clause = recovered(draft, nested);
            } else if (nested && clause == Clause.FROM) {
                // More likely the closing parenthesis is missing than a second FROM is meant.
                break;
            }
            more = clause != null;
            if (clause != null) {
                done = read(clause, done, draft);
            }
        }
        cursor.leave();
        return draft.query(cursor.since(start));
    }

    private void select() {
        cursor.offer("SELECT");
        if (cursor.takeIfWord("SELECT")) {
            return;
        }
        Token first = cursor.peek();
        if (first.kind() == TokenKind.WORD && !Spelling.near(first.text(), List.of("SELECT"), 1).isEmpty()) {
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
        boolean later = first.kind() == TokenKind.WORD && cursor.peek(1).kind() == TokenKind.WORD
                && Clause.at(cursor) == null;
        if (later || first.kind() != TokenKind.WORD) {
            cursor.skipToClose();
        }
    }

    private void from(QueryDraft draft) {
        do {
            Range start = cursor.peek().range();
            Expression.FieldPath path = expressions.source();
            Name alias = Keywords.mayBeAlias(cursor.peek()) ? cursor.expectName("an alias") : null;
            draft.from.add(new From(cursor.since(path.range().length() == 0 ? path.range() : start), path, alias));
        } while (cursor.takeIfSymbol(","));
    }

    /** Offers the clauses that may still come. */
    private void offer(Clause done, QueryDraft draft) {
        if (!cursor.atCaret()) {
            return;
        }
        for (Clause clause : Clause.values()) {
            boolean later = clause.compareTo(done) > 0 || clause.isEnding();
            boolean allowed = clause != Clause.HAVING || draft.groupBy != null;
            if (later && allowed && clause != Clause.ALL_ROWS) {
                cursor.offer(clause.words());
            }
        }
    }

    private Clause read(Clause clause, Clause done, QueryDraft draft) {
        boolean late = clause.compareTo(done) <= 0 && !(clause.isEnding() && done.isEnding());
        if (late) {
            reportLate(clause, draft);
        } else if (clause == Clause.HAVING && draft.groupBy == null) {
            reportHaving();
        }
        if (clause == Clause.FROM) {
            cursor.take();
            from(draft);
        } else {
            clauses.read(clause, draft);
        }
        return late ? done : clause;
    }

    private void reportLate(Clause clause, QueryDraft draft) {
        Token token = cursor.peek();
        String message = draft.has(clause)
                ? "There is a " + clause.words() + " already."
                : clause.words() + " stands too far back: the order is WHERE, WITH, GROUP BY, HAVING, ORDER BY, LIMIT, OFFSET.";
        cursor.reportHere(Fault.of(token.range(), Wording.unexpected(token), message));
    }

    private void reportHaving() {
        Token token = cursor.peek();
        cursor.reportHere(Fault.of(
                token.range(),
                Wording.unexpected(token),
                "HAVING chooses among groups and needs a GROUP BY before it. For records, use WHERE.",
                new Fix("Change to WHERE", token.range(), "WHERE")));
    }

    /** What no clause begins with: reports it, and goes on to the next clause. Null at the end of the query. */
    private @Nullable Clause recovered(QueryDraft draft, boolean nested) {
        if (cursor.atEnd() || (nested && cursor.atSymbol(")"))) {
            return null;
        }
        if (cursor.peek(1).kind() == TokenKind.CARET) {
            Clause.takeHalf(cursor);
        }
        Clause meant = misspelt(draft);
        if (meant != null) {
            return meant;
        }
        cursor.unexpected("a clause such as WHERE, ORDER BY or LIMIT");
        Clause loose = Clause.looselyAt(cursor);
        while (loose == null && !cursor.atEnd() && !(nested && cursor.atSymbol(")"))) {
            cursor.take();
            cursor.skipToClose();
            loose = Clause.looselyAt(cursor);
        }
        return loose;
    }

    /** The clause whose keyword is misspelt here, or in what was taken for the object's alias. */
    private @Nullable Clause misspelt(QueryDraft draft) {
        Token here = cursor.peek();
        if (here.kind() != TokenKind.WORD || Clause.looselyAt(cursor) != null) {
            return null;
        }
        Name alias = draft.from.isEmpty() ? null : draft.from.getLast().alias();
        Token before = cursor.last();
        boolean behindAlias = alias != null && alias.range().equals(before.range());
        Token word = behindAlias && !near(before).isEmpty() ? before : here;
        List<String> near = near(word);
        if (near.isEmpty()) {
            return null;
        }
        String meant = near.getFirst();
        cursor.reportHere(new Fault(
                here.range(),
                Wording.unexpected(here),
                new Problem(
                        word.range(),
                        Severity.ERROR,
                        "Did you mean " + meant + "?",
                        List.of(new Fix("Change to " + meant, word.range(), meant)))));
        if (!word.equals(here)) {
            From last = draft.from.removeLast();
            draft.from.add(new From(last.path().range(), last.path(), null));
            cursor.back();
        }
        return Stream.of(Clause.values())
                .filter(clause -> clause.firstWord().equals(meant))
                .findFirst()
                .orElse(null);
    }

    private static List<String> near(Token word) {
        return Spelling.near(word.text(), CLAUSES, 1);
    }
}
