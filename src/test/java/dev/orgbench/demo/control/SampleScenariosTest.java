package dev.orgbench.demo.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The scenarios that come with Orgbench do what their first lines say. */
class SampleScenariosTest {
    private static final Path SAMPLES = Path.of("samples", "scenarios");

    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    @Test
    void theSessionExpiresOnce() throws IOException {
        play("expired-session");
        assertThat(statuses(8)).containsExactly(200, 200, 200, 200, 200, 401, 200, 200);
    }

    @Test
    void theDailyLimitIsNear() throws IOException {
        play("daily-limit");
        List<Integer> statuses = statuses(22);
        assertThat(statuses.subList(0, 20)).containsOnly(200);
        assertThat(statuses.subList(20, 22)).containsOnly(403);
    }

    @Test
    void writesFindRecordsLockedNowAndThen() throws IOException {
        org.delete("/demo/scenario");
        String id = org.post("sobjects/Account", "{\"Name\":\"Wanted\"}").id();
        play("lock-contention");
        List<String> errors = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Reply reply = org.patch("sobjects/Account/" + id, "{\"Name\":\"Wanted " + i + "\"}");
            if (reply.status() != 204) {
                errors.add(reply.error());
            }
        }
        assertThat(errors).hasSizeBetween(2, 10).allMatch(error -> error.startsWith("400 UNABLE_TO_LOCK_ROW"));
        assertThat(statuses(5)).containsOnly(200);
    }

    @Test
    void theNetworkBreaksAnswersAndTheOrgIsAway() throws IOException {
        play("flaky-network");
        List<Integer> statuses = statuses(40);
        assertThat(statuses).contains(0, 200, 503).hasSize(40);
        play("flaky-network");
        assertThat(statuses(40)).isEqualTo(statuses);
    }

    @Test
    void aBusyOrgIsSlowAndKeepsOthersOut() throws Exception {
        play("slow-org");
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> asked = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                asked.add(clients.submit(() -> org.get("recent")));
            }
            List<String> refused = new ArrayList<>();
            for (Future<Reply> reply : asked) {
                if (reply.get().status() != 200) {
                    refused.add(reply.get().error());
                }
            }
            assertThat(refused)
                    .hasSizeBetween(1, 4)
                    .containsOnly(
                            "403 REQUEST_LIMIT_EXCEEDED: ConcurrentRequests (Concurrent API Requests) Limit exceeded.");
        }
    }

    @Test
    void aBusyOrgLosesItsCursors() throws IOException {
        org.delete("/demo/scenario");
        Reply first = org.send(org.request("query?q=SELECT%20Id%20FROM%20Contact%20ORDER%20BY%20Id")
                .header("Sforce-Query-Options", "batchSize=200"));
        play("slow-org");
        Reply second = org.get(first.body().path("nextRecordsUrl").asText());
        assertThat(second.body().path("records").size()).isEqualTo(200);
        assertThat(org.get(second.body().path("nextRecordsUrl").asText()).error())
                .isEqualTo("400 INVALID_QUERY_LOCATOR: invalid query locator");
    }

    @Test
    void aToolingApiThatIsReadOnlyMakesNoObjects() throws IOException {
        play("tooling-read-only");

        assertThat(org.post("tooling/sobjects/CustomObject", "{\"FullName\":\"Wanted__c\"}")
                        .error())
                .startsWith("405 METHOD_NOT_ALLOWED");
        assertThat(org.get("tooling/sobjects").status()).isEqualTo(200);
    }

    @Test
    void allOfThemAreTriedHere() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "expired-session.yaml",
                            "daily-limit.yaml",
                            "lock-contention.yaml",
                            "flaky-network.yaml",
                            "slow-org.yaml",
                            "tooling-read-only.yaml");
        }
    }

    private static void play(String name) throws IOException {
        org.delete("/demo/scenario");
        Reply reply = org.post("/demo/scenario", Files.readString(SAMPLES.resolve(name + ".yaml")));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
    }

    /** Of so many requests; 0 for an answer that broke off. */
    private static List<Integer> statuses(int count) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            try {
                statuses.add(org.get("recent?n=" + i).status());
            } catch (IOException brokenOff) {
                statuses.add(0);
            }
        }
        return statuses;
    }
}
