package dev.orgbench.demo.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.TestClock;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {
    private static final TestClock CLOCK = new TestClock(TestOrg.START);

    @TempDir
    private static Path folder;

    private static TestOrg org;

    @BeforeAll
    static void start() throws IOException {
        org = TestOrg.start(folder.resolve("org.db"), CLOCK);
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    @AfterEach
    void theNextDay() throws IOException {
        org.delete("/demo/scenario");
        CLOCK.pass(Duration.ofHours(25));
    }

    @Test
    void theDaysLastRequestIsAnsweredAndTheNextRefused() throws IOException {
        play("limits: {dailyRequests: 3}");
        assertThat(org.get("recent").headers().get("Sforce-Limit-Info")).isEqualTo("api-usage=1/3");
        assertThat(org.get("sobjects/Nope").status()).isEqualTo(404);
        Reply last = org.get("limits");
        assertThat(last.body().path("DailyApiRequests").toString()).isEqualTo("{\"Max\":3,\"Remaining\":0}");
        for (String path : new String[] {"recent", "limits", "tooling/sobjects"}) {
            Reply refused = org.get(path);
            assertThat(refused.error()).isEqualTo("403 REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded.");
            assertThat(refused.headers().get("Sforce-Limit-Info")).isEqualTo("api-usage=3/3");
        }
    }

    @Test
    void theDayRollsByTheMinute() throws IOException {
        play("limits: {dailyRequests: 2}");
        org.get("recent");
        CLOCK.pass(Duration.ofMinutes(90));
        org.get("recent");
        CLOCK.pass(Duration.ofMinutes(24 * 60 - 91));
        assertThat(org.get("recent").status()).isEqualTo(403);
        CLOCK.pass(Duration.ofMinutes(1));
        assertThat(org.get("recent").status()).isEqualTo(200);
        assertThat(org.get("recent").status()).isEqualTo(403);
    }

    @Test
    void neitherFailedSignInsNorTheListOfVersionsCount() throws IOException {
        play("limits: {dailyRequests: 9}");
        assertThat(org.send(org.request("recent").header("Authorization", "Bearer wrong"))
                        .status())
                .isEqualTo(401);
        org.get("/services/data");
        org.get("/services/oauth2/userinfo");
        org.get("/services/data/v5.0/limits");
        assertThat(org.get("recent").headers().get("Sforce-Limit-Info")).isEqualTo("api-usage=1/9");
        assertThat(org.get("tooling/sobjects").headers().get("Sforce-Limit-Info"))
                .isEqualTo("api-usage=2/9");
    }

    @Test
    void aScenarioMayBeginNearTheEndOfTheDay() throws IOException {
        org.get("recent");
        play("limits: {usedRequests: 14998}");
        assertThat(org.get("recent").headers().get("Sforce-Limit-Info")).isEqualTo("api-usage=14999/15000");
        assertThat(org.get("recent").status()).isEqualTo(200);
        assertThat(org.get("recent").status()).isEqualTo(403);
        org.delete("/demo/scenario");
        assertThat(org.get("recent").headers().get("Sforce-Limit-Info")).isEqualTo("api-usage=4/15000");
    }

    @Test
    void aConnectedAppHasAQuotaOfItsOwn() throws IOException {
        play("limits: {requestsPerApp: 2}");
        org.get("recent");
        Reply first = byApp();
        assertThat(first.headers().get("Sforce-Limit-Info"))
                .isEqualTo("api-usage=2/15000; per-app-api-usage=1/2(appName=orgbench-demo)");
        assertThat(byApp().body().path("DailyApiRequests").toString())
                .isEqualTo("{\"Max\":15000,\"Remaining\":14997,\"orgbench-demo\":{\"Max\":2,\"Remaining\":0}}");
        assertThat(byApp().error()).isEqualTo("403 REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded.");
        assertThat(org.get("recent").headers().get("Sforce-Limit-Info")).isEqualTo("api-usage=4/15000");
    }

    @Test
    void tooManyLongRequestsAtOnceKeepOthersOut() throws IOException, ExecutionException, InterruptedException {
        play("""
                limits: {longRequests: 2, longAfterSeconds: 20}
                rules:
                  - {answer: slow, millis: 700, path: /services/data/*/sobjects}
                """);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            int before = used();
            Future<Reply> one = clients.submit(() -> org.get("sobjects"));
            Future<Reply> two = clients.submit(() -> org.get("sobjects"));
            while (used() < before + 2) {
                Thread.onSpinWait();
            }
            assertThat(org.get("recent").status()).isEqualTo(200);
            CLOCK.pass(Duration.ofSeconds(20));
            assertThat(org.get("recent").error())
                    .isEqualTo(
                            "403 REQUEST_LIMIT_EXCEEDED: ConcurrentRequests (Concurrent API Requests) Limit exceeded.");
            assertThat(one.get().status()).isEqualTo(200);
            assertThat(two.get().status()).isEqualTo(200);
        }
        assertThat(org.get("recent").status()).isEqualTo(200);
    }

    @Test
    void tellsWhatTheDataTakes() throws IOException {
        JsonNode before = org.get("limits").body();
        assertThat(before.path("DataStorageMB").path("Remaining").asInt()).isBetween(1000, 1023);
        assertThat(before.path("PermissionSets").path("Remaining").asInt()).isLessThan(1500);
        assertThat(before.path("PermissionSets")
                        .path("CreateCustom")
                        .path("Max")
                        .asInt())
                .isEqualTo(1000);
        assertThat(before.path("DailyBulkV2QueryJobs").path("Remaining").asInt())
                .isEqualTo(10_000);
    }

    @Test
    void bulkJobsAreCountedByTheDay() throws IOException {
        org.post("jobs/query", "{\"operation\":\"query\",\"query\":\"SELECT Id FROM User\"}");
        String job = org.post("jobs/ingest", "{\"object\":\"Account\",\"operation\":\"insert\",\"lineEnding\":\"LF\"}")
                .id();
        RequestBody rows = RequestBody.create("Name\nIn bulk\n", MediaType.get("text/csv"));
        assertThat(org.send(org.request("jobs/ingest/" + job + "/batches").put(rows))
                        .status())
                .isEqualTo(201);
        org.patch("jobs/ingest/" + job, "{\"state\":\"UploadComplete\"}");
        while (!org.get("jobs/ingest/" + job).body().path("state").asText().equals("JobComplete")) {
            Thread.onSpinWait();
        }
        JsonNode limits = org.get("limits").body();
        assertThat(limits.path("DailyBulkV2QueryJobs").path("Remaining").asInt())
                .isEqualTo(9_999);
        assertThat(limits.path("DailyBulkApiBatches").path("Remaining").asInt()).isEqualTo(14_999);
    }

    @Test
    void theCountSurvivesARestart() throws IOException {
        CLOCK.pass(Duration.ofHours(25));
        org.get("recent");
        org.get("recent");
        org.close();
        start();
        assertThat(org.get("recent").headers().get("Sforce-Limit-Info")).isEqualTo("api-usage=3/15000");
    }

    /** Asks nothing of the org that is counted. */
    private static int used() throws IOException {
        Reply refused = org.send(org.request("recent").header("Authorization", "Bearer wrong"));
        return Integer.parseInt(
                String.valueOf(refused.headers().get("Sforce-Limit-Info")).replaceAll("api-usage=(\\d+)/.*", "$1"));
    }

    private static void play(String scenario) throws IOException {
        assertThat(org.post("/demo/scenario", scenario).status()).isEqualTo(200);
    }

    private static Reply byApp() throws IOException {
        FormBody form = new FormBody.Builder()
                .add("grant_type", "client_credentials")
                .add("client_id", org.org().clientId())
                .add("client_secret", org.org().clientSecret())
                .build();
        String token = org.send(new Request.Builder()
                        .url(org.org().uri() + "/services/oauth2/token")
                        .post(form))
                .body()
                .path("access_token")
                .asText();
        return org.send(org.request("limits").header("Authorization", "Bearer " + token));
    }
}
