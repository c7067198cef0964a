package dev.orgbench.demo.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import dev.orgbench.demo.bulk.BulkClient.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryJobsTest {
    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    private static BulkClient bulk;

    @BeforeAll
    static void start() throws IOException {
        bulk = new BulkClient(org);
    }

    @Test
    void answersRowsAsCsv() throws Exception {
        String account = org.post("sobjects/Account", "{\"Name\":\"Queried, \\\"Inc\\\"\",\"AnnualRevenue\":1500000}")
                .id();
        org.post("sobjects/Contact", "{\"LastName\":\"In Bulk\",\"AccountId\":\"" + account + "\"}");
        JsonNode job = bulk.query(
                "SELECT id, LastName, account.name, Account.AnnualRevenue, Phone, CreatedDate, IsDeleted FROM Contact WHERE LastName = 'In Bulk'");
        assertThat(job.path("state").asText()).isEqualTo("JobComplete");
        assertThat(job.path("jobType").asText()).isEqualTo("V2Query");
        assertThat(job.path("object").asText()).isEqualTo("Contact");
        assertThat(job.path("numberRecordsProcessed").asInt()).isEqualTo(1);

        Text result = results(job, "");
        String id =
                org.value("SELECT Id FROM Contact WHERE LastName = 'In Bulk'").asText();
        assertThat(result.headers().get("Content-Type")).startsWith("text/csv");
        assertThat(result.headers().get("Sforce-Locator")).isEqualTo("null");
        assertThat(result.headers().get("Sforce-NumberOfRecords")).isEqualTo("1");
        assertThat(result.body())
                .isEqualTo(
                        "\"Id\",\"LastName\",\"Account.Name\",\"Account.AnnualRevenue\",\"Phone\",\"CreatedDate\",\"IsDeleted\"\n\""
                                + id
                                + "\",\"In Bulk\",\"Queried, \"\"Inc\"\"\",\"1500000.0\",\"\",\"2026-07-15T16:20:30.000Z\",\"false\"\n");
    }

    @Test
    void answersAPartAtATime() throws Exception {
        StringBuilder csv = new StringBuilder("LastName,Company\n");
        for (int i = 0; i < 4_300; i++) {
            csv.append("Paged").append(10_000 + i).append(",Co\n");
        }
        bulk.ingest(BulkClient.job("Lead", "insert"), csv.toString());
        JsonNode job = bulk.query("SELECT LastName FROM Lead WHERE LastName LIKE 'Paged%' ORDER BY LastName");
        for (int size : new int[] {1_000, 2_000, 4_299, 4_300, 100_000}) {
            List<String> rows = new ArrayList<>();
            String locator = "";
            while (!locator.equals("null")) {
                Text part = results(job, "?maxRecords=" + size + "&locator=" + locator);
                List<String> lines = part.body().lines().toList();
                assertThat(lines.getFirst()).isEqualTo("\"LastName\"");
                assertThat(part.headers().get("Sforce-NumberOfRecords")).isEqualTo(String.valueOf(lines.size() - 1));
                rows.addAll(lines.subList(1, lines.size()));
                locator = String.valueOf(part.headers().get("Sforce-Locator"));
            }
            assertThat(rows)
                    .as("by " + size)
                    .hasSize(4_300)
                    .doesNotHaveDuplicates()
                    .isSorted();
        }
        assertThat(results(job, "?locator=bm8").body()).contains("INVALIDLOCATOR");
        assertThat(results(job, "?maxRecords=0").body()).contains("INVALIDJOB");
    }

    @Test
    void findsDeletedRowsWithQueryAllAndNothingWhereThereIsNothing() throws Exception {
        String id = org.post("sobjects/Lead", "{\"LastName\":\"Binned\",\"Company\":\"c\"}")
                .id();
        org.delete("sobjects/Lead/" + id);
        String soql = "SELECT Id FROM Lead WHERE LastName = 'Binned'";
        assertThat(results(bulk.query(soql), "").body()).isEqualTo("\"Id\"\n");
        Reply all = org.post(
                "jobs/query",
                "{\"operation\":\"queryAll\",\"columnDelimiter\":\"TAB\",\"lineEnding\":\"CRLF\",\"query\":\""
                        + soql.replace("Id", "Id, Name") + "\"}");
        assertThat(results(bulk.await("jobs/query/" + all.id()), "").body())
                .isEqualTo("\"Id\"\t\"Name\"\r\n\"" + id + "\"\t\"Binned\"\r\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
                    SELECT Name FROM Account GROUP BY Name      ! FUNCTIONALITY_NOT_ENABLED
                    SELECT COUNT() FROM Account                 ! FUNCTIONALITY_NOT_ENABLED
                    SELECT MAX(Name) FROM Account               ! FUNCTIONALITY_NOT_ENABLED
                    SELECT Id FROM Account LIMIT 5 OFFSET 5     ! FUNCTIONALITY_NOT_ENABLED
                    SELECT (SELECT Id FROM Contacts) FROM Account ! FUNCTIONALITY_NOT_ENABLED
                    SELECT BillingAddress FROM Account          ! FUNCTIONALITY_NOT_ENABLED
                    SELECT Nope FROM Account                    ! INVALID_FIELD
                    SELECT Id FROM Nope                         ! INVALID_TYPE
                    SELECT Id FRM Account                       ! MALFORMED_QUERY
                    """)
    void refusesWhatBulkQueriesDoNot(String soql, String code) throws IOException {
        assertThat(org.post("jobs/query", "{\"operation\":\"query\",\"query\":\"" + soql + "\"}")
                        .error())
                .startsWith("400 " + code + ": ");
    }

    @Test
    void isListedAndDeleted() throws Exception {
        JsonNode job = bulk.query("SELECT Id FROM Account LIMIT 1");
        String path = "jobs/query/" + job.path("id").asText();
        assertThat(org.get("jobs/query").body().path("records").findValuesAsText("id"))
                .contains(job.path("id").asText());
        assertThat(org.get("jobs/ingest").body().path("records").findValuesAsText("id"))
                .doesNotContain(job.path("id").asText());
        assertThat(org.patch(path, "{\"state\":\"UploadComplete\"}").error()).startsWith("400 INVALIDJOB");
        assertThat(org.delete(path).status()).isEqualTo(204);
        assertThat(org.get(path).error()).startsWith("404 NOT_FOUND");
        assertThat(org.post("jobs/query", "{\"operation\":\"query\"}").error()).startsWith("400 INVALIDJOB");
    }

    private static Text results(JsonNode job, String query) throws IOException {
        return bulk.text(org.request("jobs/query/" + job.path("id").asText() + "/results" + query));
    }
}
