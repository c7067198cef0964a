package dev.orgbench.demo.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much a query may ask for. (SOQL and SOSL Reference, "SOQL and SOSL Limits".) */
class QueryLimitsTest {
    private final GoldenOrg org;

    QueryLimitsTest(@TempDir Path folder) throws SQLException, IOException {
        org = new GoldenOrg(folder);
    }

    @AfterEach
    void close() throws SQLException {
        org.close();
    }

    /** Each path goes through one parent more than those before it. */
    @Test
    void fiftyFiveParentsAreAllowedAndNotOneMore() throws Exception {
        List<String> parents = new ArrayList<>();
        Queue<String> ways = new ArrayDeque<>(List.of("Account.", "ReportsTo.", "Owner."));
        while (parents.size() < 56) {
            String way = ways.remove();
            parents.add(way);
            if (way.chars().filter(c -> c == '.').count() < 5) {
                further(way).forEach(relationship -> ways.add(way + relationship));
            }
        }
        assertThat(org.query("SELECT " + named(parents.subList(0, 55)) + " FROM Contact")
                        .totalSize())
                .isEqualTo(5);

        assertRefused(
                "SELECT " + named(parents.subList(0, 56)) + " FROM Contact", "Only 55 child-to-parent relationships");
    }

    @Test
    void twentyChildQueriesAreAllowedInAllLevelsTogether() {
        String many = String.join(", ", Collections.nCopies(20, "(SELECT Id FROM Tasks)"));
        assertRefused(
                "SELECT Id, (SELECT Id, " + many + " FROM Contacts) FROM Account", "Only 20 child queries are allowed");
    }

    @Test
    void aTextMayHaveFourThousandCharacters() throws Exception {
        assertThat(org.query("SELECT Id FROM Account WHERE Name = '{x*4000}'").totalSize())
                .isZero();
        assertRefused("SELECT Id FROM Account WHERE Name = '{x*4001}'", "can't be longer than 4000 characters");
        assertRefused("SELECT Id FROM Account WHERE Name LIKE '{x*4001}'", "can't be longer than 4000 characters");
    }

    @Test
    void twoThousandRowsMayBeSkipped() throws Exception {
        assertThat(org.query("SELECT Id FROM Account OFFSET 2000").totalSize()).isZero();
        assertThatThrownBy(() -> org.query("SELECT Id FROM Account OFFSET 2001"))
                .hasMessage("Maximum SOQL offset allowed is 2000");
    }

    private static List<String> further(String way) {
        if (way.endsWith("ReportsTo.")) {
            return List.of("Account.", "ReportsTo.", "Owner.");
        }
        return way.endsWith("Account.") || way.endsWith("Parent.")
                ? List.of("Parent.", "Owner.", "CreatedBy.")
                : List.of("Manager.");
    }

    private static String named(List<String> parents) {
        return parents.stream().map(parent -> parent + "Name").collect(Collectors.joining(", "));
    }

    private void assertRefused(String soql, String words) {
        assertThatThrownBy(() -> org.query(soql))
                .as(soql)
                .isInstanceOf(ApiError.class)
                .hasMessageContaining(words);
    }
}
