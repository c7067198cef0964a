package dev.orgbench.soql.check;

import dev.orgbench.soql.Parsed;
import dev.orgbench.soql.Problem;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.Soql;
import dev.orgbench.soql.meaning.Scope;
import dev.orgbench.soql.schema.Schema;
import dev.orgbench.soql.sosl.Searched;
import dev.orgbench.soql.sosl.Sosl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Judges a query or a search against an org. What the schema does not know yet is not judged. */
public final class Checker {
    private Checker() {}

    /** All problems of syntax and meaning, in the order of the text; a hint alone where the text is blank. */
    public static List<Problem> check(String soql, Schema schema) {
        return check(Soql.read(soql), schema);
    }

    /** The same for a text that has been read. */
    public static List<Problem> check(Parsed parsed, Schema schema) {
        return parsed.isBlank() ? parsed.problems() : together(parsed.problems(), report(parsed, schema));
    }

    /** Of a text without errors of syntax: the names that the org does not have. Anything else about it may be wrong. */
    public static List<UnknownName> unknownNames(Parsed parsed, Schema schema) {
        return report(parsed, schema).unknownNames();
    }

    private static Report report(Parsed parsed, Schema schema) {
        Report report = new Report(parsed.soql());
        length(report, "A query");
        new QueryCheck(Scope.of(parsed.query(), schema), report, QueryCheck.Place.OUTERMOST, 0).run();
        return report;
    }

    /** All problems of a SOSL search, in the order of the text; a hint alone where the text is blank. */
    public static List<Problem> checkSearch(String sosl, Schema schema) {
        return check(Sosl.read(sosl), schema);
    }

    /** The same for a text that has been read. */
    public static List<Problem> check(Searched searched, Schema schema) {
        return searched.isBlank() ? searched.problems() : together(searched.problems(), report(searched, schema));
    }

    /** Of a search without errors of syntax: the names that the org does not have. Anything else may be wrong. */
    public static List<UnknownName> unknownNames(Searched searched, Schema schema) {
        return report(searched, schema).unknownNames();
    }

    private static Report report(Searched searched, Schema schema) {
        Report report = new Report(searched.sosl());
        length(report, "A search");
        new SearchCheck(searched.search(), schema, report).run();
        return report;
    }

    private static void length(Report report, String what) {
        int length = report.soql().length();
        if (length > Limits.LONGEST_QUERY) {
            report.error(
                    new Range(Limits.LONGEST_QUERY, length),
                    String.format(Locale.ROOT, "%s has at most 100,000 characters; this one has %,d.", what, length));
        }
    }

    private static List<Problem> together(List<Problem> syntax, Report report) {
        List<Problem> all = new ArrayList<>(syntax);
        all.addAll(report.problems());
        all.sort(Comparator.comparingInt((Problem problem) -> problem.range().start())
                .thenComparing(Problem::severity));
        return List.copyOf(all);
    }
}
