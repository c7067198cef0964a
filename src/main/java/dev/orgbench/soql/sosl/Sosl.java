package dev.orgbench.soql.sosl;

import dev.orgbench.soql.Expected;
import dev.orgbench.soql.Language;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.Returned;
import dev.orgbench.soql.SoqlSyntaxException;
import java.util.List;

/**
 * Reads SOSL. (SOQL and SOSL Reference, <a
 * href="https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_syntax.htm">SOSL
 * Syntax</a>.)
 */
public final class Sosl {
    private static final Language<Search> SOSL = Language.sosl(cursor -> new SearchParser(cursor).whole());

    private Sosl() {}

    /**
     * The tree of a search, without gaps.
     *
     * @throws SoqlSyntaxException about the first thing that is wrong; Salesforce's code for it is MALFORMED_SEARCH
     */
    public static Search parse(String sosl) throws SoqlSyntaxException {
        return SOSL.strict(sosl);
    }

    /** Reads a text that may be wrong or unfinished: always a tree, and all problems. Time is linear in its length. */
    public static Searched read(String sosl) {
        Language.Reading<Search> reading = SOSL.tolerant(sosl);
        return new Searched(sosl, reading.tokens(), reading.tree(), reading.problems());
    }

    /**
     * What may stand at {@code caret}: the word there, if any, counts as not written yet.
     *
     * @param caret from 0 to the length of {@code sosl}
     */
    public static Expected expectedAt(String sosl, int caret) {
        return SOSL.expectedAt(sosl, caret, Sosl::queryAround);
    }

    /** That of the object whose parentheses {@code place} is in; one without an object elsewhere. */
    private static Query queryAround(Search search, Range place) {
        return search.returning().stream()
                .map(Returned::query)
                .filter(query -> query.range().start() <= place.start()
                        && place.end() <= query.range().end())
                .findFirst()
                .orElseGet(() -> none(place));
    }

    private static Query none(Range place) {
        return new Query(
                place, List.of(), List.of(), null, null, null, List.of(), null, null, List.of(), null, null, List.of());
    }

    /**
     * The same search in the house's form: a clause a line, keywords in capitals, an object a line where they do not
     * fit one. Formatting twice changes nothing more.
     *
     * @return {@code sosl} itself where it has an error or is blank
     */
    public static String format(String sosl) {
        Searched searched = read(sosl);
        return searched.isSearch() ? new SearchFormatter(sosl).format(searched.search()) : sosl;
    }
}
