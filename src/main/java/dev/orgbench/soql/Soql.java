package dev.orgbench.soql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads SOQL. (SOQL and SOSL Reference, <a
 * href="https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select.htm">SOQL
 * SELECT syntax</a>.)
 */
public final class Soql {
    private Soql() {}

    /**
     * The tree of a query, without gaps.
     *
     * @throws SoqlSyntaxException about the first thing that is wrong
     */
    public static Query parse(String soql) throws SoqlSyntaxException {
        try {
            return new QueryParser(TokenCursor.strict(soql)).whole();
        } catch (Stop stop) {
            throw new SoqlSyntaxException(soql, stop.fault());
        }
    }

    /** Reads a text that may be wrong or unfinished: always a tree, and all problems. Time is linear in its length. */
    public static Parsed read(String soql) {
        List<Token> tokens = Lexer.tokens(soql);
        List<Token> meaningful = new ArrayList<>(tokens.size());
        List<Problem> problems = new ArrayList<>();
        for (Token token : tokens) {
            if (token.kind() == TokenKind.COMMENT) {
                problems.add(comment(token));
            } else {
                meaningful.add(token);
            }
        }
        TokenCursor cursor = TokenCursor.tolerant(soql, meaningful);
        Query query = new QueryParser(cursor).whole();
        if (tokens.size() == 1) {
            return new Parsed(soql, tokens, query, List.of(blank(tokens.getFirst())));
        }
        cursor.faults().forEach(fault -> problems.add(fault.plain()));
        problems.sort(Comparator.comparingInt(problem -> problem.range().start()));
        return new Parsed(soql, tokens, query, problems);
    }

    private static Problem comment(Token token) {
        return new Problem(
                token.range(),
                Severity.ERROR,
                "SOQL has no comments.",
                List.of(new Fix("Remove the comment", token.range(), "")));
    }

    private static Problem blank(Token end) {
        return new Problem(
                new Range(end.range().start(), end.range().start()),
                Severity.HINT,
                "Write a query, such as SELECT Id, Name FROM Account LIMIT 10.",
                List.of());
    }

    /**
     * What may stand at {@code caret}: the word there, if any, counts as not written yet.
     *
     * @param caret from 0 to the length of {@code soql}
     */
    public static Expected expectedAt(String soql, int caret) {
        return Expected.at(soql, caret);
    }

    /**
     * The same query in the house's form: a clause a line, keywords in capitals, long lists wrapped. Formatting twice
     * changes nothing more.
     *
     * @return {@code soql} itself where it has an error or is blank
     */
    public static String format(String soql) {
        Parsed parsed = read(soql);
        return parsed.isQuery() ? Formatter.format(parsed) : soql;
    }
}
