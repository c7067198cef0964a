package dev.orgbench.soql;

import dev.orgbench.soql.Query.From;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one clause after the other into a draft, each once and in its order. */
final class ClauseSequence {
    private final TokenCursor cursor;
    private final QueryParser queries;
    private final ClauseParser clauses;
    private final Set<Clause> known;
    private final QueryDraft draft;
    private Clause done = Clause.FROM;

    /** @param known what may stand here */
    ClauseSequence(TokenCursor cursor, QueryParser queries, ClauseParser clauses, Set<Clause> known, QueryDraft draft) {
        this.cursor = cursor;
        this.queries = queries;
        this.clauses = clauses;
        this.known = known;
        this.draft = draft;
    }

    /** @param nested whether a closing parenthesis ends it */
    void read(boolean nested) {
        boolean more = true;
        while (more) {
            offer();
            Clause clause = Clause.at(cursor);
            if (clause == null) {
                clause = recovered(nested);
            } else if (nested && clause == Clause.FROM) {
                // More likely the closing parenthesis is missing than a second FROM is meant.
                break;
            }
            more = clause != null;
            if (clause != null) {
                read(clause);
            }
        }
    }

    /** Offers the clauses that may still come. */
    private void offer() {
        if (!cursor.atCaret()) {
            return;
        }
        for (Clause clause : known) {
            boolean later = clause.compareTo(done) > 0 || (clause.isEnding() && !draft.has(clause));
            boolean allowed = clause != Clause.HAVING || draft.groupBy != null;
            if (later && allowed && clause != Clause.ALL_ROWS) {
                cursor.offer(clause.words());
            }
        }
    }

    private void read(Clause clause) {
        boolean late = isLate(clause);
        if (!known.contains(clause)) {
            cursor.unexpected("a clause that SOSL has here: WHERE, USING LISTVIEW, ORDER BY, LIMIT or OFFSET");
        } else if (late) {
            reportLate(clause);
        } else if (clause == Clause.HAVING && draft.groupBy == null) {
            reportHaving();
        }
        if (clause == Clause.FROM) {
            cursor.take();
            queries.from(draft);
        } else {
            clauses.read(clause, draft);
        }
        done = late || clause == Clause.LIST_VIEW ? done : clause;
    }

    private boolean isLate(Clause clause) {
        if (clause == Clause.LIST_VIEW) {
            // The documentation has it in front of WHERE and behind it.
            return draft.has(clause) || done.compareTo(Clause.WHERE) > 0;
        }
        boolean bothEndings = clause.isEnding() && done.isEnding();
        return bothEndings ? draft.has(clause) : clause.compareTo(done) <= 0;
    }

    private void reportLate(Clause clause) {
        Token token = cursor.peek();
        String message = draft.has(clause)
                ? "There is a " + clause.words() + " already."
                : clause.words()
                        + " stands too far back: the order is WHERE, WITH, GROUP BY, HAVING, ORDER BY, LIMIT, OFFSET.";
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
    private @Nullable Clause recovered(boolean nested) {
        if (cursor.atEnd() || (nested && cursor.atSymbol(")"))) {
            return null;
        }
        if (cursor.peek(1).kind() == TokenKind.CARET) {
            Clause.takeHalf(cursor);
        }
        Clause meant = misspelt();
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
    private @Nullable Clause misspelt() {
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
        return known.stream()
                .filter(clause -> clause.firstWord().equals(meant))
                .findFirst()
                .orElse(null);
    }

    private List<String> near(Token word) {
        return Spelling.near(
                word.text(), known.stream().map(Clause::firstWord).distinct().toList(), 1);
    }
}
