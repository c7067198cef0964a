package dev.orgbench.demo.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTest {
    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    @AfterEach
    void calm() throws IOException {
        assertThat(org.delete("/demo/scenario").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    expired-session   | limits                   | 401 INVALID_SESSION_ID: Session expired or invalid
                    request-limit     | sobjects                 | 403 REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded.
                    concurrent-limit  | sobjects                 | 403 REQUEST_LIMIT_EXCEEDED: ConcurrentRequests (Concurrent API Requests) Limit exceeded.
                    api-disabled      | sobjects                 | 403 API_DISABLED_FOR_ORG: The REST API is not enabled for this Organization.
                    too-large         | query?q=SELECT+Id+FROM+Account | 400 OPERATION_TOO_LARGE: exceeded 100000 distinct ids
                    invalid-locator   | query/01gRO0000016PIAYA2 | 400 INVALID_QUERY_LOCATOR: invalid query locator
                    """)
    void theNextTwoRequestsAreAnsweredWithAnError(String answer, String path, String error) throws IOException {
        fault("answer: " + answer + "\ntimes: 2");
        assertThat(org.get(path).error()).isEqualTo(error);
        assertThat(org.get(path).error()).isEqualTo(error);
        assertThat(org.get("limits").status()).isEqualTo(200);
        JsonNode rule = org.get("/demo/faults").body().path(0);
        assertThat(rule.path("struck").asInt()).isEqualTo(2);
        assertThat(rule.path("over").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"too-many-requests, 429", "unavailable, 503"})
    void tellsWhenToComeBack(String answer, int status) throws IOException {
        fault("answer: " + answer + "\nretryAfter: 60\ntimes: 1");
        Reply reply = org.get("limits");
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.headers().get("Retry-After")).isEqualTo("60");
    }

    @Test
    void everyRequestToOnePathAndNoOtherIsStruck() throws IOException {
        fault("answer: row-lock\npath: /services/data/*/sobjects/Account/**\nmethod: [PATCH, DELETE]");
        String id = org.post("sobjects/Account", "{\"Name\":\"Held\"}").id();
        for (int i = 0; i < 3; i++) {
            assertThat(org.patch("sobjects/Account/" + id, "{\"Name\":\"x\"}").error())
                    .isEqualTo("400 UNABLE_TO_LOCK_ROW: unable to obtain exclusive access to this record or 1 records: "
                            + id);
        }
        assertThat(org.get("sobjects/Account/" + id).body().path("Name").asText())
                .isEqualTo("Held");
        assertThat(org.patch("sobjects/Contact/" + id, "{}").error()).doesNotContain("UNABLE_TO_LOCK_ROW");
    }

    @Test
    void anAnswerIsCutWithinItsBodyAfterTheWorkIsDone() throws IOException {
        fault("answer: cut\nmethod: POST\ntimes: 1");
        assertThatThrownBy(() -> org.post("sobjects/Account", "{\"Name\":\"Written unheard\"}"))
                .isInstanceOf(IOException.class);
        assertThat(org.count("Account WHERE Name = 'Written unheard'")).isEqualTo(1);
        JsonNode entry = last(org.get("/demo/trace").body(), 2);
        assertThat(entry.path("status").asInt(-1)).isZero();
        assertThat(entry.path("rules").toString()).isEqualTo("[\"cut\"]");
    }

    @Test
    void chanceWithASeedRepeatsItself() throws IOException {
        String scenario = """
                name: Now and then
                seed: 42
                rules:
                  - answer: request-limit
                    probability: 0.4
                """;
        List<List<Integer>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            org.post("/demo/scenario", scenario);
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                statuses.add(org.get("recent").status());
            }
            runs.add(statuses);
        }
        assertThat(runs.get(0)).isEqualTo(runs.get(1)).contains(200, 403);

        org.post("/demo/scenario", scenario.replace("42", "43"));
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            others.add(org.get("recent").status());
        }
        assertThat(others).isNotEqualTo(runs.getFirst());
    }

    @Test
    void aSlowOrgAnswersLaterAndRight() throws IOException {
        fault("answer: slow\nmillis: 120\ntimes: 1");
        long began = System.nanoTime();
        assertThat(org.get("limits").status()).isEqualTo(200);
        assertThat(System.nanoTime() - began).isGreaterThan(120_000_000L);
        assertThat(last(org.get("/demo/trace").body(), 1).path("ms").asLong()).isGreaterThanOrEqualTo(120);
    }

    @Test
    void tellsWhatPlaysAndEndsIt() throws IOException {
        Reply begun = org.post(
                "/demo/scenario",
                "{\"name\":\"Two\",\"seed\":3,\"rules\":[{\"answer\":\"cut\",\"after\":99},{\"answer\":\"slow\",\"after\":99}]}");
        assertThat(begun.body().path("name").asText()).isEqualTo("Two");
        assertThat(org.get("/demo/scenario").body()).isEqualTo(begun.body());
        assertThat(begun.body().path("rules").size()).isEqualTo(2);
        int first = begun.body().path("rules").path(0).path("id").asInt();
        assertThat(org.delete("/demo/faults/" + first).status()).isEqualTo(204);
        assertThat(org.delete("/demo/faults/" + first).status()).isEqualTo(404);
        assertThat(org.get("/demo/faults").body().size()).isEqualTo(1);
        assertThat(org.delete("/demo/faults").status()).isEqualTo(204);
        assertThat(org.get("/demo/faults").body().size()).isZero();
        assertThat(org.delete("/demo/scenario").body().path("name").asText()).isEmpty();
    }

    @Test
    void aFaultyScenarioIsRefusedAndChangesNothing() throws IOException {
        org.post("/demo/scenario", "name: Before");
        assertThat(org.post("/demo/scenario", "name: After\nrules:\n  - answer: boom")
                        .error())
                .startsWith("400 FAULTY_SCENARIO: Line 3: write `answer: ` and one of api-disabled,");
        assertThat(org.get("/demo/scenario").body().path("name").asText()).isEqualTo("Before");
    }

    @Test
    void theTraceHoldsNoSecrets() throws IOException {
        org.get("query?q=SELECT%20Id%20FROM%20User&oauth_token=s3cret");
        JsonNode trace = org.get("/demo/trace").body();
        assertThat(last(trace, 1).path("path").asText()).isEqualTo("/services/data/v67.0/query");
        assertThat(last(trace, 1).path("time").asText()).isEqualTo("2026-07-15T16:20:30Z");
        assertThat(trace.toString()).doesNotContain("s3cret", org.org().accessToken(), "/demo/");
    }

    @Test
    void theTraceKeepsTheLastThousand() throws IOException {
        for (int i = 0; i < 1_010; i++) {
            org.get("/services/data");
        }
        assertThat(org.get("/demo/trace").body().size()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/demo/scenario", "/demo/trace", "/demo/reset", "/demo"})
    void takesOnlyTheOrgsOwnToken(String path) throws IOException {
        for (String given : new String[] {"Bearer nonsense", "Bearer ", ""}) {
            Request.Builder request =
                    new Request.Builder().url(org.org().uri() + path).header("Authorization", given);
            assertThat(org.send(request).status()).isEqualTo(401);
        }
    }

    @Test
    void itsRequestsAreNotCountedAndNothingGoesWrongThere() throws IOException {
        String before = org.get("recent").headers().get("Sforce-Limit-Info");
        fault("answer: cut\npath: /**");
        assertThat(org.get("/demo/faults").status()).isEqualTo(200);
        org.delete("/demo/scenario");
        int used = Integer.parseInt(String.valueOf(before).replaceAll("api-usage=(\\d+)/.*", "$1"));
        assertThat(org.get("recent").headers().get("Sforce-Limit-Info"))
                .isEqualTo("api-usage=" + (used + 1) + "/15000");
        assertThat(org.get("/demo/nonsense").error()).startsWith("404 NOT_FOUND: There are POST, GET and DELETE");
    }

    private static void fault(String rule) throws IOException {
        assertThat(org.post("/demo/faults", rule).status()).isEqualTo(201);
    }

    private static JsonNode last(JsonNode trace, int back) {
        return trace.path(trace.size() - back);
    }
}
