package dev.orgbench.bench;

import dev.orgbench.soql.Soql;
import dev.orgbench.soql.SoqlSyntaxException;
import dev.orgbench.soql.check.Checker;
import dev.orgbench.soql.complete.Completion;
import dev.orgbench.soql.schema.FieldSchema;
import dev.orgbench.soql.schema.FieldType;
import dev.orgbench.soql.schema.SampleSchema;
import dev.orgbench.soql.sosl.Sosl;
import io.github.apexdevtools.apexparser.ApexErrorListener;
import io.github.apexdevtools.apexparser.ApexParser;
import io.github.apexdevtools.apexparser.ApexParserFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What JMH measures of the language, all in microseconds, with the collector that Orgbench runs with. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class SoqlSpeed {
    static final String TYPICAL =
            "SELECT Id, Name, Account.Name, StageName, Amount, CloseDate FROM Opportunity WHERE IsClosed = false AND"
                    + " Amount > 50000 AND CloseDate = THIS_FISCAL_QUARTER AND StageName IN ('Prospecting') ORDER BY Amount DESC LIMIT 50";

    private static final String SEARCH =
            "FIND {\"united oil\" OR (acme* AND NOT gas)} IN NAME FIELDS RETURNING Account(Id, Name WHERE Industry ="
                    + " 'Energy' ORDER BY Name LIMIT 5), Contact(Id, Name, Account.Name), Lead(Id, Company) WITH HIGHLIGHT LIMIT 200";

    private static final ApexErrorListener SILENT = new ApexErrorListener() {
        @Override
        public void apexSyntaxError(int line, int column, String message) {
            throw new IllegalStateException(message);
        }
    };

    private static final int FIELDS = 800;
    private static final int LINES = 200;

    @Benchmark
    public Object strict() throws SoqlSyntaxException {
        return Soql.parse(TYPICAL);
    }

    @Benchmark
    public Object tolerant() {
        return Soql.read(TYPICAL);
    }

    @Benchmark
    public Object search() throws SoqlSyntaxException {
        return Sosl.parse(SEARCH);
    }

    /** The fastest that apex-parser can do: simple LL prediction, its tables warm. */
    @Benchmark
    public Object apexParser() {
        ApexParser parser = ApexParserFactory.createLexerAndParser(CharStreams.fromString("[" + TYPICAL + "]"), SILENT)
                .getParser();
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        return parser.soqlLiteral();
    }

    /** As long as the checker allows. */
    @State(Scope.Benchmark)
    public static class LongestQuery {
        final String soql = LongQuery.of(100_000);
    }

    @Benchmark
    public Object strictLongest(LongestQuery query) throws SoqlSyntaxException {
        return Soql.parse(query.soql);
    }

    @Benchmark
    public Object tolerantLongest(LongestQuery query) {
        return Soql.read(query.soql);
    }

    /** An editor with 200 lines about an object of 800 fields. */
    @State(Scope.Benchmark)
    public static class Editor {
        final SampleSchema schema = new SampleSchema();
        final String soql;
        final String broken;

        public Editor() {
            List<FieldSchema> fields = new ArrayList<>();
            for (int i = 0; i < FIELDS; i++) {
                fields.add(
                        SampleSchema.field("Custom_Field_Number_" + i + "__c", "Custom field " + i, FieldType.STRING));
            }
            schema.add("Wide__c", "a01", fields);
            StringBuilder wide = new StringBuilder("SELECT Custom_Field_Number_0__c");
            for (int line = 1; line < LINES / 2; line++) {
                wide.append(",\n  Custom_Field_Number_").append(line).append("__c");
            }
            wide.append("\nFROM Wide__c\nWHERE Custom_Field_Number_0__c = 'x'");
            for (int line = 1; line < LINES / 2; line++) {
                wide.append("\n  AND (Custom_Field_Number_").append(line);
                wide.append("__c LIKE '%some value%' OR Custom_Field_Number_7__c IN ('a', 'b'))");
            }
            soql = wide.toString();
            broken = soql.replace("LIKE", "LKE").replace("__c,", "__c");
        }
    }

    @Benchmark
    public int keystroke(Editor editor) {
        return Checker.check(editor.soql, editor.schema).size()
                + Completion.at(editor.soql, "SELECT Cus".length(), editor.schema)
                        .size();
    }

    @Benchmark
    public int keystrokeInBrokenText(Editor editor) {
        return Checker.check(editor.broken, editor.schema).size()
                + Completion.at(editor.broken, editor.broken.length() / 2, editor.schema)
                        .size();
    }

    @Benchmark
    public int format(Editor editor) {
        return Soql.format(editor.soql).length();
    }
}
