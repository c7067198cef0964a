package dev.orgbench.soql.sosl;

import dev.orgbench.soql.Fault;
import dev.orgbench.soql.Fix;
import dev.orgbench.soql.Problem;
import dev.orgbench.soql.Query.Amount;
import dev.orgbench.soql.Query.Ending;
import dev.orgbench.soql.Query.EndingKind;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.Returned;
import dev.orgbench.soql.Severity;
import dev.orgbench.soql.SharedRules;
import dev.orgbench.soql.Spelling;
import dev.orgbench.soql.Token;
import dev.orgbench.soql.TokenCursor;
import dev.orgbench.soql.TokenKind;
import dev.orgbench.soql.sosl.Search.FieldGroup;
import dev.orgbench.soql.sosl.Search.With;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a search, clause by clause, by recursive descent. */
final class SearchParser {
    /** Behind the term, in the order that SOSL asks for. */
    private enum Clause {
        IN,
        RETURNING,
        WITH,
        LIMIT,
        UPDATE
    }

    private static final List<String> CLAUSES =
            Stream.of(Clause.values()).map(Enum::name).toList();
    private static final String[] GROUPS =
            Stream.of(FieldGroup.values()).map(group -> group + " FIELDS").toArray(String[]::new);

    private final TokenCursor cursor;
    private final SharedRules rules;
    private final WithParser withs;
    private @Nullable FieldGroup in;
    private final List<Returned> returning = new ArrayList<>();
    private final List<With> with = new ArrayList<>();
    private @Nullable Amount limit;
    private final List<Ending> endings = new ArrayList<>();

    SearchParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.rules = new SharedRules(cursor);
        this.withs = new WithParser(cursor, rules);
    }

    Search whole() {
        Range start = cursor.peek().range();
        cursor.expectWord("FIND");
        if (cursor.atCaret()) {
            cursor.take();
        }
        Token braces = cursor.peek();
        SearchTerm term = term(braces);
        Clause done = null;
        while (!cursor.atEnd()) {
            offer(done);
            Clause clause = next();
            if (clause != null) {
                done = read(clause, done);
            }
        }
        Range around = term instanceof SearchTerm.Gap gap && !isBraced(braces) ? gap.range() : braces.range();
        return new Search(cursor.since(start), around, term, in, returning, with, limit, endings);
    }

    private static boolean isBraced(Token token) {
        return token.kind() == TokenKind.BRACED || token.kind() == TokenKind.UNCLOSED_BRACED;
    }

    private SearchTerm term(Token token) {
        if (token.kind() == TokenKind.BRACED) {
            cursor.take();
            return new TermParser(cursor, token).whole();
        }
        if (cursor.atCaret()) {
            return new SearchTerm.Gap(cursor.take().range());
        }
        Range range = token.range();
        boolean quoted = token.kind() == TokenKind.TEXT;
        List<Fix> fixes = quoted
                ? List.of(new Fix("Use braces", range, "{" + token.text().substring(1, range.length() - 1) + "}"))
                : token.kind() == TokenKind.UNCLOSED_BRACED
                        ? List.of(new Fix("Close the brace", new Range(range.end(), range.end()), "}"))
                        : List.of();
        cursor.reportHere(new Fault(
                range,
                Wording.NO_TERM,
                new Problem(
                        fixes.isEmpty() ? cursor.here() : range,
                        Severity.ERROR,
                        "What is looked for stands in braces: FIND {Acme}.",
                        fixes),
                true));
        if (!fixes.isEmpty()) {
            cursor.take();
        }
        return new SearchTerm.Gap(fixes.isEmpty() ? cursor.here() : range);
    }

    private void offer(@Nullable Clause done) {
        for (Clause clause : Clause.values()) {
            boolean later = done == null || clause.compareTo(done) > 0;
            if (later || (clause == Clause.WITH && done == Clause.WITH)) {
                cursor.offer(clause.name());
            }
        }
    }

    private @Nullable Clause clause() {
        for (Clause clause : Clause.values()) {
            if (cursor.atWord(clause.name())) {
                return clause;
            }
        }
        return null;
    }

    /** The clause that is next; what is none is reported and taken, and the answer is null. */
    private @Nullable Clause next() {
        Clause clause = clause();
        if (clause != null) {
            return clause;
        }
        Token token = cursor.peek();
        List<String> near = token.kind() == TokenKind.WORD ? Spelling.near(token.text(), CLAUSES, 1) : List.of();
        if (!near.isEmpty()) {
            String meant = near.getFirst();
            cursor.unexpected(new Problem(
                    token.range(),
                    Severity.ERROR,
                    "Did you mean " + meant + "?",
                    List.of(new Fix("Change to " + meant, token.range(), meant))));
            return Clause.valueOf(meant);
        }
        cursor.unexpected("a clause such as IN, RETURNING or LIMIT");
        do {
            cursor.take();
        } while (!cursor.atEnd() && clause() == null);
        return null;
    }

    /** @return the clause that is done afterwards */
    private Clause read(Clause clause, @Nullable Clause done) {
        boolean again = clause == done && clause != Clause.WITH;
        boolean tooFarBack = again || (done != null && clause.compareTo(done) < 0);
        if (tooFarBack) {
            cursor.unexpected(Problem.error(
                    cursor.peek().range(),
                    clause == done
                            ? "There is a " + clause + " already."
                            : clause + " stands too far back: the order is IN, RETURNING, WITH, LIMIT, UPDATE."));
        }
        Token word = cursor.take();
        switch (clause) {
            case IN -> in();
            case RETURNING -> returning();
            case WITH -> withs.read(word.range(), with);
            case LIMIT -> limit = rules.amount(word.range());
            case UPDATE -> update(word.range());
        }
        return done != null && tooFarBack ? done : clause;
    }

    private void in() {
        cursor.offer(GROUPS);
        boolean known = false;
        for (FieldGroup group : FieldGroup.values()) {
            if (!known && cursor.takeIfWord(group.name())) {
                in = group;
                known = true;
            }
        }
        if (!known) {
            cursor.unexpected("ALL, NAME, EMAIL, PHONE or SIDEBAR");
            takeStray();
        }
        cursor.expectWord("FIELDS");
    }

    private void returning() {
        do {
            returning.add(rules.returned());
        } while (cursor.takeIfSymbol(","));
    }

    private void update(Range start) {
        do {
            cursor.offer("TRACKING", "VIEWSTAT");
            Range first = endings.isEmpty() ? start : cursor.peek().range();
            if (cursor.takeIfWord("TRACKING")) {
                endings.add(new Ending(cursor.since(first), EndingKind.UPDATE_TRACKING));
            } else if (cursor.takeIfWord("VIEWSTAT")) {
                endings.add(new Ending(cursor.since(first), EndingKind.UPDATE_VIEWSTAT));
            } else {
                cursor.unexpected("TRACKING or VIEWSTAT");
                takeStray();
            }
        } while (cursor.takeIfSymbol(","));
    }

    /** Takes a word that is misspelt, so that what follows it is read. */
    private void takeStray() {
        boolean stray = cursor.peek().kind() == TokenKind.WORD && clause() == null && !cursor.atWord("FIELDS");
        if (cursor.atCaret() || stray) {
            cursor.take();
        }
    }
}
