package dev.orgbench.demo.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.demo.query.naive.GoldenTable;
import dev.orgbench.demo.query.naive.NaiveSoql;
import dev.orgbench.demo.query.naive.RandomRows;
import dev.orgbench.demo.query.naive.RandomSoql;
import dev.orgbench.soql.Soql;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine and a naive evaluator, which share nothing but the syntax tree, agree on thousands of queries. */
class QueryDifferentialTest {
    private static final int ROWS = 40;
    private static final int QUERIES = 1_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void bothAnswerAlike(long seed, @TempDir Path folder) throws Exception {
        List<GoldenTable> tables = new RandomRows(new Random(seed), ROWS).tables();
        NaiveSoql naive = new NaiveSoql(tables, GoldenOrg.NOW, GoldenOrg.ZONE);
        RandomSoql queries = new RandomSoql(new Random(seed));
        try (GoldenOrg org = new GoldenOrg(folder, tables)) {
            for (int i = 0; i < QUERIES; i++) {
                String soql = queries.query();
                List<String> expected = naive.answer(Soql.parse(withCodes(soql)));
                assertThat(answer(org, soql)).as("seed %d: %s", seed, soql).isEqualTo(comparable(soql, expected));
            }
        }
    }

    /** The naive evaluator's rows have codes for ids, and it compares them as texts. */
    private static String withCodes(String soql) {
        return soql.replaceAll("[{}]", "");
    }

    private static List<String> answer(GoldenOrg org, String soql) throws Exception {
        QueryPage page = org.query(soql);
        List<String> rows = new ArrayList<>();
        page.records().forEach(record -> rows.add(new GoldenAnswer(false).values(record)));
        return soql.contains("COUNT() ") ? List.of(String.valueOf(page.totalSize())) : comparable(soql, rows);
    }

    /** Groups come in any order, and any text of a group may stand for it. */
    private static List<String> comparable(String soql, List<String> rows) {
        boolean records = soql.contains(" ORDER BY ");
        return records
                ? rows
                : rows.stream()
                        .map(row -> row.toUpperCase(Locale.ROOT))
                        .sorted()
                        .toList();
    }
}
