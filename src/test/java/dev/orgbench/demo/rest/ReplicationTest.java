package dev.orgbench.demo.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changed in a time. The clock stands at 2026-07-15T16:20:30Z. */
class ReplicationTest {
    private static final String AROUND_NOW =
            "?start=2026-07-15T16%3A20%3A59%2B00%3A00&end=2026-07-15T16%3A21%3A00%2B00%3A00";

    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    @Test
    void listsWhatWasMadeOrChanged() throws IOException {
        String made = org.post("sobjects/Lead", "{\"LastName\":\"Made\",\"Company\":\"C\"}")
                .id();
        String changed = org.value("SELECT Id FROM Lead WHERE LastName != 'Made' AND IsConverted = false LIMIT 1")
                .asText();
        String gone = org.post("sobjects/Lead", "{\"LastName\":\"Gone\",\"Company\":\"C\"}")
                .id();
        org.patch("sobjects/Lead/" + changed, "{\"Phone\":\"1\"}");
        org.delete("sobjects/Lead/" + gone);

        JsonNode body = org.get("sobjects/Lead/updated/" + AROUND_NOW).body();
        assertThat(body.path("ids")).extracting(JsonNode::asText).containsExactlyInAnyOrder(made, changed);
        assertThat(body.path("latestDateCovered").asText()).isEqualTo("2026-07-15T16:21:00.000+0000");
        assertThat(org.get("sobjects/Lead/updated?start=2026-07-15T16:19:00Z&end=2026-07-15T16:20:00Z")
                        .body()
                        .path("ids"))
                .isEmpty();
    }

    @Test
    void listsWhatWasDeletedAndWhatWentWithIt() throws IOException {
        String account = org.post("sobjects/Account", "{\"Name\":\"A\"}").id();
        String contact = org.post("sobjects/Contact", "{\"LastName\":\"C\",\"AccountId\":\"" + account + "\"}")
                .id();
        org.delete("sobjects/Account/" + account);

        JsonNode body = org.get("sobjects/Contact/deleted" + AROUND_NOW).body();
        assertThat(body.path("deletedRecords").toString())
                .isEqualTo("[{\"deletedDate\":\"2026-07-15T16:20:30.000+0000\",\"id\":\"" + contact + "\"}]");
        assertThat(body.path("earliestDateAvailable").asText()).isEqualTo("2026-06-15T16:20:00.000+0000");
        assertThat(body.path("latestDateCovered").asText()).isEqualTo("2026-07-15T16:21:00.000+0000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    end=2026-07-15T16:20:00Z                                    | MISSING_ARGUMENT: The parameter start is required
                    start=2026-07-15T16:20:00Z                                  | MISSING_ARGUMENT: The parameter end is required
                    start=2026-07-15T16:20:00Z&end=2026-07-14T16:20:00Z         | INVALID_REPLICATION_DATE: endDate must be at least one minute greater than startDate
                    start=2026-07-15T16:20:01Z&end=2026-07-15T16:20:59Z         | INVALID_REPLICATION_DATE: endDate must be at least one minute greater than startDate
                    start=2026-06-14T16:20:00Z&end=2026-07-14T16:20:00Z         | INVALID_REPLICATION_DATE: startDate cannot be more than 30 days ago
                    start=2026-07-16T16:20:00Z&end=2026-07-17T16:20:00Z         | INVALID_REPLICATION_DATE: startDate cannot be in the future
                    start=yesterday&end=2026-07-14T16:20:00Z                    | INVALID_REPLICATION_DATE: start is no date and time in ISO 8601: yesterday
                    """)
    void refusesTimesThatAreNone(String query, String error) throws IOException {
        assertThat(org.get("sobjects/Account/updated?" + query).error()).isEqualTo("400 " + error);
        assertThat(org.get("sobjects/Account/deleted?" + query).error()).isEqualTo("400 " + error);
    }
}
