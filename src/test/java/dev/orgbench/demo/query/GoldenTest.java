package dev.orgbench.demo.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.orgbench.demo.query.naive.GoldenTable;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Queries whose answers were worked out by hand from what Salesforce's documentation states, over an org that can be
 * verified by eye: the tables in {@code /demo/golden}. The first column of each file names the statement, by its line in
 * {@code legend.tsv}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenTest {
    private static final List<String> FILES = List.of("where.tsv", "queries.tsv", "refusals.tsv");

    private GoldenOrg org;

    @BeforeAll
    void open(@TempDir Path folder) throws SQLException, IOException {
        org = new GoldenOrg(folder);
    }

    @AfterAll
    void close() throws SQLException {
        org.close();
    }

    static Stream<String[]> conditions() {
        return GoldenTable.lines("where.tsv").stream();
    }

    /** A row is named by the digit of its id. */
    @ParameterizedTest
    @MethodSource("conditions")
    void aConditionFindsItsRows(String statement, String object, String condition, String rows) throws Exception {
        QueryPage page = org.query("SELECT Id FROM " + object + " WHERE " + condition + " ORDER BY Id");

        String found = page.records().findValuesAsText("Id").stream()
                .map(id -> GoldenOrg.code(id).substring(1))
                .collect(Collectors.joining());
        assertThat(found).as(statement).isEqualTo(rows);
    }

    static Stream<String[]> queries() {
        return GoldenTable.lines("queries.tsv").stream();
    }

    /**
     * Behind a {@code ~} the case of letters is open: any text of a group may stand for it. {@code #3} is a totalSize
     * without records.
     */
    @ParameterizedTest
    @MethodSource("queries")
    void aQueryHasItsAnswer(String statement, String soql, String answer) throws Exception {
        QueryPage page = org.query(soql);
        String found = new GoldenAnswer(answer.contains("=")).of(page);

        if (answer.startsWith("#")) {
            assertThat("#" + page.totalSize()).as(statement).isEqualTo(answer);
            assertThat(page.records()).isEmpty();
        } else if (answer.contains("~")) {
            assertThat(found).as(statement).isEqualToIgnoringCase(answer.replace("~", ""));
        } else {
            assertThat(found).as(statement).isEqualTo(answer);
        }
    }

    static Stream<String[]> refusals() {
        return GoldenTable.lines("refusals.tsv").stream();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatSalesforceRefusesIsRefused(String statement, String soql, String code) {
        ApiError error = catchThrowableOfType(ApiError.class, () -> org.query(soql));

        assertThat(error).as(statement).isNotNull();
        assertThat(error.errorCode()).as(statement).isEqualTo(code);
        assertThat(error.status()).isEqualTo(400);
    }

    @Test
    void everyAnswerNamesItsStatementAndEveryStatementIsUsed() {
        List<String> used = FILES.stream()
                .flatMap(file -> GoldenTable.lines(file).stream())
                .map(line -> line[0])
                .toList();
        Set<String> known =
                GoldenTable.lines("legend.tsv").stream().map(line -> line[0]).collect(Collectors.toSet());

        assertThat(used).hasSizeGreaterThan(300);
        assertThat(Set.copyOf(used)).isEqualTo(known);
    }
}
