package dev.orgbench.soql.sosl;

import dev.orgbench.soql.Fault;
import dev.orgbench.soql.Problem;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.Token;
import dev.orgbench.soql.TokenCursor;
import dev.orgbench.soql.sosl.TermLexer.Kind;
import dev.orgbench.soql.sosl.TermLexer.Piece;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads what stands between braces. Parentheses bind closest, then AND and AND NOT, which group from the right, then OR.
 * (SOQL and SOSL Reference, "FIND {SearchQuery}", operators.)
 */
final class TermParser {
    private static final int DEEPEST = 100;

    private final TokenCursor cursor;
    private final Token braces;
    private final List<Piece> pieces;
    private int next;
    private int depth;
    private int denials;

    TermParser(TokenCursor cursor, Token braces) {
        this.cursor = cursor;
        this.braces = braces;
        this.pieces = new TermLexer(cursor, braces).pieces();
    }

    SearchTerm whole() {
        if (at(Kind.END)) {
            reportBare(Wording.NO_TERM, "Nothing is looked for.");
            return new SearchTerm.Gap(peek().range());
        }
        String inner = braces.text().substring(1, braces.text().length() - 1).strip();
        if (inner.length() < Wording.SHORTEST_TERM && inner.charAt(0) < '\u0080') {
            reportBare(Wording.tooShort(inner), "One character alone cannot be looked for.");
        }
        SearchTerm term = or();
        while (!at(Kind.END)) {
            refuse("This parenthesis closes nothing.");
            next++;
            if (!at(Kind.END) && !at(Kind.CLOSE)) {
                SearchTerm further = or();
                term = new SearchTerm.And(term.range().to(further.range()), List.of(term, further));
            }
        }
        return term;
    }

    private void reportBare(String salesforce, String plain) {
        cursor.report(new Fault(braces.range(), salesforce, Problem.error(braces.range(), plain), true));
    }

    private SearchTerm or() {
        List<SearchTerm> terms = new ArrayList<>();
        terms.add(and());
        while (at(Kind.OR)) {
            next++;
            terms.add(and());
        }
        return terms.size() == 1
                ? terms.getFirst()
                : new SearchTerm.Or(since(terms.getFirst().range().start()), terms);
    }

    private SearchTerm and() {
        List<SearchTerm> operands = new ArrayList<>();
        List<Boolean> denied = new ArrayList<>();
        operands.add(operand());
        while (!at(Kind.END) && !at(Kind.CLOSE) && !at(Kind.OR)) {
            denied.add(at(Kind.AND_NOT) && isDeniedOnce());
            if (at(Kind.AND) || at(Kind.AND_NOT)) {
                next++;
            }
            operands.add(operand());
        }
        return grouped(operands, denied);
    }

    /** What is denied nests, so that there is an end to how often. */
    private boolean isDeniedOnce() {
        if (++denials == DEEPEST + 1) {
            refuse("AND NOT stands here too often to be read.");
        }
        return denials <= DEEPEST;
    }

    /** From the right: {@code a AND NOT b AND c} denies both b and c. */
    private static SearchTerm grouped(List<SearchTerm> operands, List<Boolean> denied) {
        int last = operands.size() - 1;
        Deque<SearchTerm> together = new ArrayDeque<>(List.of(operands.get(last)));
        for (int i = last - 1; i >= 0; i--) {
            SearchTerm left = operands.get(i);
            if (denied.get(i)) {
                SearchTerm excluded = joined(together);
                together.clear();
                together.addFirst(new SearchTerm.AndNot(left.range().to(excluded.range()), left, excluded));
            } else {
                together.addFirst(left);
            }
        }
        return joined(together);
    }

    private static SearchTerm joined(Deque<SearchTerm> terms) {
        Range range = terms.getFirst().range().to(terms.getLast().range());
        return terms.size() == 1 ? terms.getFirst() : new SearchTerm.And(range, List.copyOf(terms));
    }

    private SearchTerm operand() {
        Piece piece = peek();
        return switch (piece.kind()) {
            case WORD -> {
                next++;
                yield piece.words().getFirst();
            }
            case PHRASE -> {
                next++;
                yield piece.words().isEmpty()
                        ? new SearchTerm.Gap(piece.range())
                        : new SearchTerm.Phrase(piece.range(), piece.words());
            }
            case OPEN -> group(piece);
            default -> {
                refuse("A word should stand here.");
                // Within what was read so far, of which it is a part.
                int place = next == 0
                        ? piece.range().start()
                        : pieces.get(next - 1).range().end();
                yield new SearchTerm.Gap(new Range(place, place));
            }
        };
    }

    private SearchTerm group(Piece open) {
        if (++depth > DEEPEST) {
            refuse("This is nested too deeply to be read.");
            next = pieces.size() - 1;
            depth--;
            return new SearchTerm.Gap(
                    new Range(open.range().start(), peek().range().start()));
        }
        next++;
        SearchTerm inner = or();
        if (at(Kind.CLOSE)) {
            next++;
        } else {
            refuse("A closing parenthesis is missing.");
        }
        depth--;
        return new SearchTerm.Group(since(open.range().start()), inner);
    }

    private void refuse(String plain) {
        Range range = peek().range();
        String written = at(Kind.END) ? "<EOF>" : cursor.soql().substring(range.start(), range.end());
        cursor.report(Fault.unexpected(range, written, plain));
    }

    private Range since(int start) {
        int end = next == 0 ? start : pieces.get(next - 1).range().end();
        return new Range(start, Math.max(start, end));
    }

    private boolean at(Kind kind) {
        return peek().kind() == kind;
    }

    private Piece peek() {
        return pieces.get(next);
    }
}
