package dev.orgbench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server's ceiling over HTTP, in both eras; and what the meters learn of calls. */
class CallCeilingsTest {
    private static final String MODERN =
            "{\"jsonrpc\": \"2.0\", \"id\": 7, \"method\": \"tools/call\", \"params\": {\"name\":"
                    + " \"list_all_salesforce_objects\", \"_meta\": {\"io.modelcontextprotocol/protocolVersion\":"
                    + " \"2026-07-28\", \"io.modelcontextprotocol/clientCapabilities\": {}}}}";
    private static final Map<String, String> MODERN_HEADERS = Map.of(
            "MCP-Protocol-Version",
            "2026-07-28",
            "Mcp-Method",
            "tools/call",
            "Mcp-Name",
            "list_all_salesforce_objects");

    private static final String URI = "salesforce://demo/sobject/Account";
    private static final String READ =
            "{\"jsonrpc\": \"2.0\", \"id\": 8, \"method\": \"resources/read\", \"params\": {\"uri\": \"" + URI + "\"}}";
    private static final String MODERN_READ = MODERN.replace("tools/call", "resources/read")
            .replace("\"id\": 7", "\"id\": 8")
            .replace("\"name\": \"list_all_salesforce_objects\"", "\"uri\": \"" + URI + "\"");
    private static final Map<String, String> MODERN_READ_HEADERS =
            Map.of("MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "resources/read", "Mcp-Name", URI);
    private static final String COMPLETE =
            "{\"jsonrpc\": \"2.0\", \"id\": 9, \"method\": \"completion/complete\", \"params\": {\"ref\": {\"type\":"
                    + " \"ref/resource\", \"uri\": \"salesforce://{org}/sobject/{name}\"}, \"argument\": {\"name\": \"name\","
                    + " \"value\": \"Acc\"}}}";

    private final RunningGateway running;

    CallCeilingsTest(@TempDir Path data) throws IOException {
        running = new RunningGateway(data);
    }

    @AfterEach
    void close() {
        running.close();
    }

    @Test
    void moreCallsAMinuteThanItTakesAreAnsweredWith429AndReachNobody() throws IOException {
        String url = running.url("{\"name\": \"A\", \"config\": {\"max_calls_per_minute\": 2}}");
        String other = running.url("{\"name\": \"B\"}");
        answerObjects(1);
        assertThat(running.call(url, "list_all_salesforce_objects", "{}").status())
                .isEqualTo(200);
        assertThat(running.call(url, "no_such_tool", "{}").status()).isEqualTo(200);

        RunningGateway.Answer refused = running.call(url, "list_all_salesforce_objects", "{}");
        assertRefused(refused, 1);
        assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(50, 60);
        RunningGateway.Answer modern = running.post(url, MODERN, MODERN_HEADERS);
        assertRefused(modern, 7);
        assertThat(running.salesforce.getRequestCount()).isEqualTo(1);

        assertThat(running.list(url).status()).as("only calls count").isEqualTo(200);
        answerObjects(1);
        assertThat(running.call(other, "list_all_salesforce_objects", "{}").status())
                .isEqualTo(200);
        String id = running.register().list("demo").getFirst().id();
        assertThat(running.register().use("demo").get(id))
                .extracting(ServerUse::calls)
                .isEqualTo(1L);
        assertThat(metrics().lines())
                .contains(
                        "orgbench_tool_calls_total{server=\"" + id
                                + "\",tool=\"list_all_salesforce_objects\",outcome=\"success\"} 1",
                        "orgbench_tool_calls_total{server=\"" + id + "\",tool=\"\",outcome=\"unknown_tool\"} 1",
                        "orgbench_tool_calls_total{server=\"" + id + "\",tool=\"\",outcome=\"ceiling\"} 2",
                        "orgbench_tool_call_duration_seconds_count{server=\"" + id
                                + "\",tool=\"list_all_salesforce_objects\"} 1");
        assertThat(metrics()).doesNotContain("no_such_tool");
    }

    @Test
    void moreCallsAtOnceThanItTakesAreAnsweredWith429UntilOneHasEnded() throws Exception {
        JsonNode made = running.make("{\"name\": \"A\", \"config\": {\"max_concurrent_calls\": 1}}")
                .json();
        String url = made.path("url").asText();
        CompletableFuture<RunningGateway.Answer> first = CompletableFuture.supplyAsync(() -> {
            try {
                return running.call(url, "list_all_salesforce_objects", "{}");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        // It is at the org, which does not answer yet.
        assertThat(running.salesforce.takeRequest(5, TimeUnit.SECONDS)).isNotNull();
        RunningGateway.Answer refused = running.call(url, "list_all_salesforce_objects", "{}");
        assertRefused(refused, 1);
        assertThat(refused.header("retry-after")).isEqualTo("1");

        String path = "demo/mcp/" + made.path("id").asText();
        running.manage("PATCH", path, "{\"config\": {\"max_concurrent_calls\": null}}");
        answerObjects(2);
        assertThat(running.call(url, "list_all_salesforce_objects", "{}").status())
                .as("a ceiling taken away counts at once")
                .isEqualTo(200);
        running.manage("PATCH", path, "{\"config\": {\"max_concurrent_calls\": 1}}");
        assertThat(first.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
        answerObjects(1);
        assertThat(running.call(url, "list_all_salesforce_objects", "{}").status())
                .isEqualTo(200);
    }

    @Test
    void aResourceThatIsReadCountsAsACallDoes_whatIsCompletedDoesNot() throws IOException {
        String url = running.url("{\"name\": \"A\", \"config\": {\"max_calls_per_minute\": 2}}");
        answerObjects(1);
        assertThat(running.call(url, "list_all_salesforce_objects", "{}").status())
                .isEqualTo(200);
        answerDescribe();
        RunningGateway.Answer read = running.post(url, READ, Map.of());
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.json().at("/result/contents/0/text").asText()).contains("Account");
        int asked = running.salesforce.getRequestCount();

        RunningGateway.Answer refused = running.post(url, READ, Map.of());
        assertRefused(refused, 8);
        assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(50, 60);
        assertRefused(running.post(url, MODERN_READ, MODERN_READ_HEADERS), 8);
        assertRefused(running.call(url, "list_all_salesforce_objects", "{}"), 1);
        assertThat(running.salesforce.getRequestCount()).isEqualTo(asked);

        answerObjects(1);
        assertThat(running.post(url, COMPLETE, Map.of())
                        .json()
                        .at("/result/completion/total")
                        .isNumber())
                .isTrue();
        assertThat(metrics()).contains("tool=\"list_all_salesforce_objects\",outcome=\"success\"} 1");
        assertThat(metrics().lines())
                .as("it is no call of a tool")
                .noneMatch(line -> line.contains("tool=\"get_single_salesforce_object_describe_by_id\""));
    }

    @Test
    void aResourceThatIsBeingReadIsUnderWay() throws Exception {
        String url = running.url("{\"name\": \"A\", \"config\": {\"max_concurrent_calls\": 1}}");
        CompletableFuture<RunningGateway.Answer> first = CompletableFuture.supplyAsync(() -> {
            try {
                return running.post(url, READ, Map.of());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(running.salesforce.takeRequest(5, TimeUnit.SECONDS)).isNotNull();
        assertRefused(running.post(url, READ, Map.of()), 8);
        assertRefused(running.call(url, "list_all_salesforce_objects", "{}"), 1);
        answerDescribe();
        assertThat(first.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
        answerObjects(1);
        assertThat(running.call(url, "list_all_salesforce_objects", "{}").status())
                .isEqualTo(200);
    }

    private static void assertRefused(RunningGateway.Answer refused, int id) throws IOException {
        assertThat(refused.status()).as(refused.body()).isEqualTo(429);
        assertThat(refused.header("retry-after")).matches("[1-9]\\d*");
        assertThat(refused.header("content-type")).startsWith("application/json");
        JsonNode json = refused.json();
        assertThat(json.path("id").asInt()).isEqualTo(id);
        assertThat(json.path("error").path("code").asInt()).isEqualTo(429);
        assertThat(json.path("error").path("message").asText()).contains("at most", "call", "Nothing was sent");
    }

    private void answerObjects(int times) {
        for (int i = 0; i < times; i++) {
            running.salesforce.enqueue(
                    new MockResponse.Builder().body("{\"sobjects\": []}").build());
        }
    }

    private void answerDescribe() {
        running.salesforce.enqueue(new MockResponse.Builder()
                .body("{\"name\":\"Account\",\"fields\":[{\"name\":\"Id\",\"type\":\"id\"}]}")
                .build());
    }

    private String metrics() throws IOException {
        return running.send("GET", running.gateway().uri() + "/metrics", null, Map.of())
                .body();
    }
}
