package dev.orgbench.demo.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkRestartTest {
    private static final int ROWS = 3_000;

    @Test
    void goesOnWithAJobWhereItWasAndDoesNoRowTwice(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("org.db");
        String id;
        try (TestOrg org = TestOrg.start(file, TestOrg.MID_MONTH)) {
            BulkClient bulk = new BulkClient(org);
            id = bulk.open(BulkClient.job("Lead", "insert"));
            StringBuilder csv = new StringBuilder("LastName,Company\n");
            for (int i = 0; i < ROWS; i++) {
                csv.append("Kept").append(i).append(",Co\n");
            }
            bulk.upload(id, csv.toString());
            bulk.close(id);
            // Not awaited: the org stops in the middle.
        }
        try (TestOrg org = TestOrg.start(file, TestOrg.MID_MONTH)) {
            JsonNode job = new BulkClient(org).await("jobs/ingest/" + id);
            assertThat(job.path("state").asText()).isEqualTo("JobComplete");
            assertThat(job.path("numberRecordsProcessed").asInt()).isEqualTo(ROWS);
            assertThat(org.count("Lead WHERE LastName LIKE 'Kept%'")).isEqualTo(ROWS);
            String results = new BulkClient(org).results(job, "successfulResults");
            assertThat(results.lines()).hasSize(ROWS + 1);
        }
    }

    @Test
    void anUploadThatWasCutOffCountsAsNone(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("org.db");
        String id;
        try (TestOrg org = TestOrg.start(file, TestOrg.MID_MONTH)) {
            id = new BulkClient(org).open(BulkClient.job("Lead", "insert"));
        }
        execute(
                file,
                "INSERT INTO bulk_part VALUES ('" + id
                        + "', 0, 0, CAST('LastName,Company' || char(10) || 'Half' AS BLOB))");
        try (TestOrg org = TestOrg.start(file, TestOrg.MID_MONTH)) {
            BulkClient bulk = new BulkClient(org);
            bulk.upload(id, "LastName,Company\nWhole,Co\n");
            bulk.close(id);
            bulk.await("jobs/ingest/" + id);
            assertThat(org.count("Lead WHERE LastName = 'Whole'")).isEqualTo(1);
            assertThat(org.count("Lead WHERE LastName LIKE 'Half%'")).isZero();
        }
    }

    @Test
    void aResetForgetsAllJobs(@TempDir Path folder) throws Exception {
        try (TestOrg org = TestOrg.start(folder.resolve("org.db"), TestOrg.MID_MONTH)) {
            BulkClient bulk = new BulkClient(org);
            bulk.query("SELECT Id FROM Account");
            org.org().reset();
            assertThat(org.get("jobs/query").body().path("records").size()).isZero();
            assertThat(bulk.query("SELECT Id FROM Account")
                            .path("numberRecordsProcessed")
                            .asInt())
                    .isEqualTo(200);
        }
    }

    private static void execute(Path file, String sql) throws SQLException, IOException {
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = db.createStatement()) {
            statement.execute(sql);
        }
    }
}
