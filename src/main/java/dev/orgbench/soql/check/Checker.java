package dev.orgbench.soql.check;

import dev.orgbench.soql.Parsed;
import dev.orgbench.soql.Problem;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.Soql;
import dev.orgbench.soql.meaning.Scope;
import dev.orgbench.soql.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Judges a query against an org. What the schema does not know yet is not judged. */
public final class Checker {
    private Checker() {}

    /** All problems of syntax and meaning, in the order of the text; a hint alone where the text is blank. */
    public static List<Problem> check(String soql, Schema schema) {
        return check(Soql.read(soql), schema);
    }

    /** The same for a text that has been read. */
    public static List<Problem> check(Parsed parsed, Schema schema) {
        if (parsed.isBlank()) {
            return parsed.problems();
        }
        Report report = new Report(parsed.soql());
        int length = parsed.soql().length();
        if (length > Limits.LONGEST_QUERY) {
            report.error(
                    new Range(Limits.LONGEST_QUERY, length),
                    String.format(Locale.ROOT, "A query has at most 100,000 characters; this one has %,d.", length));
        }
        new QueryCheck(Scope.of(parsed.query(), schema), report, QueryCheck.Place.OUTERMOST, 0).run();
        List<Problem> all = new ArrayList<>(parsed.problems());
        all.addAll(report.problems());
        all.sort(Comparator.comparingInt((Problem problem) -> problem.range().start())
                .thenComparing(Problem::severity));
        return List.copyOf(all);
    }
}
