package dev.orgbench.soql;

/**
 * Reads SOQL. (SOQL and SOSL Reference, <a
 * href="https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select.htm">SOQL
 * SELECT syntax</a>.)
 */
public final class Soql {
    private static final Language<Query> SOQL = Language.soql();

    private Soql() {}

    /**
     * The tree of a query, without gaps.
     *
     * @throws SoqlSyntaxException about the first thing that is wrong
     */
    public static Query parse(String soql) throws SoqlSyntaxException {
        return SOQL.strict(soql);
    }

    /** Reads a text that may be wrong or unfinished: always a tree, and all problems. Time is linear in its length. */
    public static Parsed read(String soql) {
        Language.Reading<Query> reading = SOQL.tolerant(soql);
        return new Parsed(soql, reading.tokens(), reading.tree(), reading.problems());
    }

    /**
     * What may stand at {@code caret}: the word there, if any, counts as not written yet.
     *
     * @param caret from 0 to the length of {@code soql}
     */
    public static Expected expectedAt(String soql, int caret) {
        return SOQL.expectedAt(soql, caret, (query, word) -> query);
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
