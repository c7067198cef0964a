package dev.orgbench.bench;

import dev.orgbench.soql.Soql;
import dev.orgbench.soql.SoqlSyntaxException;
import dev.orgbench.soql.check.Checker;
import dev.orgbench.soql.complete.Completion;
import dev.orgbench.soql.schema.FieldSchema;
import dev.orgbench.soql.schema.FieldType;
import dev.orgbench.soql.schema.SampleSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a keystroke in the SOQL editor costs. Printed, not asserted. */
@Tag("bench")
class SoqlBench {
    private static final int WARM_UP = 3_000;
    private static final int RUNS = 2_000;
    private static final int FIELDS = 800;
    private static final int LINES = 200;

    @Test
    void keystrokes() {
        SampleSchema schema = new SampleSchema();
        List<FieldSchema> fields = new ArrayList<>();
        for (int i = 0; i < FIELDS; i++) {
            fields.add(SampleSchema.field("Custom_Field_Number_" + i + "__c", "Custom field " + i, FieldType.STRING));
        }
        schema.add("Wide__c", "a01", fields);
        StringBuilder wide = new StringBuilder("SELECT Custom_Field_Number_0__c");
        for (int line = 1; line < LINES / 2; line++) {
            wide.append(",\n  Custom_Field_Number_").append(line).append("__c");
        }
        wide.append("\nFROM Wide__c\nWHERE Custom_Field_Number_0__c = 'x'");
        for (int line = 1; line < LINES / 2; line++) {
            wide.append("\n  AND (Custom_Field_Number_").append(line).append("__c LIKE '%some value%' OR Custom_Field_Number_7__c IN ('a', 'b'))");
        }
        String typical = "SELECT Id, Name, Account.Name, StageName, Amount, CloseDate, Owner.Name FROM Opportunity WHERE IsClosed = false"
                + " AND Amount > 50000 AND CloseDate = THIS_FISCAL_QUARTER AND StageName IN ('Prospecting') ORDER BY Amount DESC LIMIT 50";
        String query = wide.toString();
        String huge = query + " AND Custom_Field_Number_1__c = 'x'".repeat((100_000 - query.length()) / 35);
        String broken = query.replace("LIKE", "LKE").replace("__c,", "__c");

        time("strict parse, " + typical.length() + " characters", WARM_UP * 10, () -> parse(typical));
        time("tolerant parse, " + typical.length() + " characters", WARM_UP * 10, () -> Soql.read(typical).problems().size());
        time("check, " + typical.length() + " characters", WARM_UP, () -> Checker.check(typical, schema).size());
        time("check, 200 lines, 800 fields", WARM_UP, () -> Checker.check(query, schema).size());
        time("completion at a field, 200 lines, 800 fields", WARM_UP, () -> Completion.at(query, query.length() / 2 + 3, schema).size());
        time("check + completion, 200 lines, 800 fields", WARM_UP, () -> Checker.check(query, schema).size() + Completion.at(query, "SELECT Cus".length(), schema).size());
        time("check, 200 broken lines", WARM_UP / 10, () -> Checker.check(broken, schema).size());
        time("check, 100,000 characters", WARM_UP / 10, () -> Checker.check(huge, schema).size());
        time("format, 200 lines", WARM_UP, () -> Soql.format(query).length());
    }

    private static int parse(String soql) {
        try {
            return Soql.parse(soql).select().size();
        } catch (SoqlSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What {@code work} returns goes into the line, so that none of it is optimized away. */
    private static void time(String what, int warmUp, IntSupplier work) {
        long found = 0;
        for (int run = 0; run < warmUp; run++) {
            found += work.getAsInt();
        }
        List<Long> nanos = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            found += work.getAsInt();
            nanos.add(System.nanoTime() - start);
        }
        Median.print("SOQL " + what + (found < 0 ? "!" : ""), "ns", nanos);
    }
}
