package dev.orgbench.demo.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryPagingTest {
    private static final int ROWS = 950;
    private final SampleOrg org;

    QueryPagingTest(@TempDir Path folder) throws SQLException, IOException {
        org = new SampleOrg(folder);
    }

    @BeforeEach
    void fill() throws SQLException {
        org.execute("DELETE FROM Contact");
        org.db().setAutoCommit(false);
        for (int i = 0; i < ROWS; i++) {
            org.insert(
                    "Contact", "Id, LastName, IsDeleted", SampleOrg.id("003", 100 + i), "%04d".formatted(ROWS - i), 0);
        }
        org.db().commit();
        org.db().setAutoCommit(true);
    }

    @AfterEach
    void close() throws SQLException {
        org.close();
    }

    @Test
    void pagesFollowOneAnotherWithoutGapsWhateverIsWrittenMeanwhile() throws Exception {
        QueryPage page = org.engine().query(org.db(), request("SELECT LastName FROM Contact ORDER BY LastName", false));
        List<String> names = new ArrayList<>(page.records().findValuesAsText("LastName"));
        assertThat(page.nextRecordsUrl()).matches("/services/data/v63\\.0/query/01g[0-9A-Za-z]{15}-400");
        assertThat(page.toJson().fieldNames())
                .toIterable()
                .containsExactly("totalSize", "done", "nextRecordsUrl", "records");
        org.execute("UPDATE Contact SET LastName = '9999' WHERE LastName < '0100'");
        org.insert("Contact", "Id, LastName, IsDeleted", SampleOrg.id("003", 90_000), "0000", 0);

        while (!page.done()) {
            page = org.engine().more(org.db(), locator(page), "/services/data/v63.0");
            assertThat(page.totalSize()).isEqualTo(ROWS);
            names.addAll(page.records().findValuesAsText("LastName"));
        }

        assertThat(names).hasSize(ROWS).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aPageCanBeReadAgain() throws Exception {
        QueryPage first = org.engine().query(org.db(), request("SELECT Id FROM Contact", false));
        QueryPage second = org.engine().more(org.db(), locator(first), SampleOrg.BASE);

        assertThat(org.engine().more(org.db(), locator(first), SampleOrg.BASE)).isEqualTo(second);
        assertThat(second.nextRecordsUrl()).startsWith(SampleOrg.BASE).endsWith("-800");
    }

    @Test
    void queryAllGoesOnAsQueryAll() throws Exception {
        assertThat(org.engine()
                        .query(org.db(), request("SELECT Id FROM Contact", true))
                        .nextRecordsUrl())
                .startsWith("/services/data/v63.0/queryAll/01g");
    }

    @Test
    void theBatchSizeStaysWithinSalesforcesBounds() {
        assertThat(new QueryRequest("", "", false, 1).batchSize()).isEqualTo(200);
        assertThat(new QueryRequest("", "", false, 5000).batchSize()).isEqualTo(2000);
    }

    @Test
    void unknownLocatorsAreRefused() throws Exception {
        String good = locator(org.engine().query(org.db(), request("SELECT Id FROM Contact", false)));
        String id = good.substring(0, 18);

        for (String bad : List.of(
                "", "x", "01gRO0000016PIAYA2-400", id, id + "-950", id + "--1", id + "-99999999999", id + "-400'")) {
            assertThatThrownBy(() -> org.engine().more(org.db(), bad, SampleOrg.BASE))
                    .as(bad)
                    .isInstanceOfSatisfying(ApiError.class, error -> {
                        assertThat(error.errorCode()).isEqualTo("INVALID_QUERY_LOCATOR");
                        assertThat(error.status()).isEqualTo(400);
                    });
        }
    }

    @Test
    void childrenBeyondABatchFollowByTheirOwnUrl() throws Exception {
        org.execute("UPDATE Contact SET AccountId = '" + SampleOrg.id("001", 1) + "'");
        String soql =
                "SELECT Name, (SELECT LastName FROM Contacts WHERE LastName > '0010' ORDER BY LastName DESC) FROM Account"
                        + " WHERE Name = 'Acme'";
        QueryPage page = org.engine().query(org.db(), request(soql, false));
        assertThat(page.done()).isTrue();
        JsonNode children = page.records().at("/0/Contacts");
        assertThat(children.path("totalSize").intValue()).isEqualTo(ROWS - 10);
        assertThat(children.path("done").booleanValue()).isFalse();
        List<String> names = new ArrayList<>(children.path("records").findValuesAsText("LastName"));
        assertThat(names).hasSize(400);

        String url = children.path("nextRecordsUrl").textValue();
        while (url != null) {
            QueryPage more = org.engine().more(org.db(), url.substring(url.lastIndexOf('/') + 1), SampleOrg.BASE);
            assertThat(more.records().at("/0/attributes/type").textValue()).isEqualTo("Contact");
            names.addAll(more.records().findValuesAsText("LastName"));
            url = more.nextRecordsUrl();
        }

        assertThat(names)
                .hasSize(ROWS - 10)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .doesNotHaveDuplicates();
    }

    @Test
    void aCursorLivesForTwoDays() throws Exception {
        String locator = locator(org.engine().query(org.db(), request("SELECT Id FROM Contact", false)));
        org.pass(Duration.ofDays(2));
        assertThat(org.engine().more(org.db(), locator, SampleOrg.BASE).records())
                .hasSize(400);

        org.pass(Duration.ofMillis(1));
        assertThatThrownBy(() -> org.engine().more(org.db(), locator, SampleOrg.BASE))
                .isInstanceOfSatisfying(
                        ApiError.class, error -> assertThat(error.errorCode()).isEqualTo("INVALID_QUERY_LOCATOR"));
    }

    @Test
    void rowsOfALaterPageThatAreGoneAreLeftOut() throws Exception {
        QueryPage first = org.engine().query(org.db(), request("SELECT Id FROM Contact", false));
        org.execute("DELETE FROM Contact WHERE Id = '" + SampleOrg.id("003", 100 + 450) + "'");
        org.insert("Contact", "Id, LastName", SampleOrg.id("003", 100 + 450).replace("003", "00B"), "other");

        QueryPage second = org.engine().more(org.db(), locator(first), SampleOrg.BASE);
        assertThat(second.records()).hasSize(399);
        assertThat(second.totalSize()).isEqualTo(ROWS);
    }

    @Test
    void oldCursorsMakeRoomForNewOnes() throws Exception {
        String oldest = locator(org.engine().query(org.db(), request("SELECT Id FROM Contact", false)));
        for (int i = 0; i < 50; i++) {
            org.engine().query(org.db(), request("SELECT Id FROM Contact", false));
        }

        assertThatThrownBy(() -> org.engine().more(org.db(), oldest, SampleOrg.BASE))
                .isInstanceOf(ApiError.class);
    }

    @Test
    void groupsThatDoNotFitOnePageAreRefused() {
        assertThatThrownBy(() ->
                        org.engine().query(org.db(), request("SELECT LastName FROM Contact GROUP BY LastName", false)))
                .isInstanceOfSatisfying(
                        ApiError.class, error -> assertThat(error.errorCode()).isEqualTo("EXCEEDED_ID_LIMIT"));
    }

    private static QueryRequest request(String soql, boolean all) {
        return new QueryRequest(soql, "/services/data/v63.0", all, 400);
    }

    private static String locator(QueryPage page) {
        String url = Objects.requireNonNull(page.nextRecordsUrl());
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
