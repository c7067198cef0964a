package dev.orgbench.mcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.conformance.ConformanceServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Revision 2026-07-28 over HTTP, row by row of what it demands; the official suite checks it besides. */
@Timeout(20)
class ModernEraTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VERSION_META = "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"";
    private static final String CAPABLE = "\"io.modelcontextprotocol/clientCapabilities\":{}";

    private ConformanceServer server;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        server = ConformanceServer.start();
        client = new RawClient(server.url());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void discoverTellsWhatIsSpokenAndWhatIsThere() throws Exception {
        JsonNode result = result(client.modern("server/discover", "{}"));

        assertThat(result.path("resultType").asText()).isEqualTo("complete");
        assertThat(result.path("supportedVersions")).hasToString("[\"2026-07-28\"]");
        assertThat(result.path("capabilities").fieldNames())
                .toIterable()
                .containsExactly("tools", "prompts", "resources", "completions", "logging");
        assertThat(result.path("_meta")
                        .path("io.modelcontextprotocol/serverInfo")
                        .path("name")
                        .asText())
                .isEqualTo("orgbench-conformance");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"server/discover", "tools/list", "prompts/list", "resources/list", "resources/templates/list"})
    void listsSayThatNobodyElseMayKeepThem(String method) throws Exception {
        JsonNode result = result(client.modern(method, "{}"));

        assertThat(result.path("ttlMs").isIntegralNumber()).isTrue();
        assertThat(result.path("cacheScope").asText()).isEqualTo("private");
    }

    /** Headers are version, method, name; "-" is absent. Meta is what stands in params._meta. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2026-07-28 | tools/call | test_simple_text | {V,C} | 200 |",
                "2026-07-28 | tools/call | =?base64?dGVzdF9zaW1wbGVfdGV4dA==?= | {V,C} | 200 |",
                "2026-07-28 | tools/call | =?base64?dGVzdF9zaW1wbGVfdGV4dA?= | {V,C} | 400 | -32020",
                "2026-07-28 | tools/call | Test_Simple_Text | {V,C} | 400 | -32020",
                "2026-07-28 | tools/call | - | {V,C} | 400 | -32020",
                "2026-07-28 | Tools/Call | test_simple_text | {V,C} | 400 | -32020",
                "2026-07-28 | - | test_simple_text | {V,C} | 400 | -32020",
                "- | tools/call | test_simple_text | {V,C} | 400 | -32020",
                "2025-11-25 | tools/call | test_simple_text | {V,C} | 400 | -32020",
                "2026-07-28 | tools/call | test_simple_text | {} | 400 | -32602",
                "2026-07-28 | tools/call | test_simple_text | {C} | 400 | -32602",
                "2026-07-28 | tools/call | test_simple_text | {V} | 400 | -32602",
                "2027-01-01 | tools/call | test_simple_text | {W,C} | 400 | -32022"
            })
    void envelopeAndHeadersMustAgree(String version, String method, String name, String meta, int status, Integer code)
            throws Exception {
        HttpRequest.Builder request = client.builder();
        add(request, "MCP-Protocol-Version", version);
        add(request, "Mcp-Method", method);
        add(request, "Mcp-Name", name);
        String params = "{\"name\":\"test_simple_text\",\"_meta\":" + meta(meta) + "}";

        HttpResponse<String> answer =
                client.send(request.POST(BodyPublishers.ofString(RawClient.request("tools/call", params))));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode json = JSON.readTree(answer.body());
        assertThat(json.path("id").asInt()).isEqualTo(7);
        assertThat(json.path("error").path("code").asInt()).isEqualTo(code == null ? 0 : code);
        if (code != null && code == -32022) {
            assertThat(json.at("/error/data"))
                    .hasToString("{\"supported\":[\"2026-07-28\"],\"requested\":\"2027-01-01\"}");
        }
    }

    /** V the revision, W a revision that nobody speaks, C the capabilities. */
    private static String meta(String letters) {
        StringBuilder meta = new StringBuilder();
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            meta.append(
                    switch (letter) {
                        case 'V' -> VERSION_META;
                        case 'W' -> VERSION_META.replace("2026-07-28", "2027-01-01");
                        case 'C' -> CAPABLE;
                        default -> String.valueOf(letter);
                    });
        }
        return meta.toString();
    }

    private static void add(HttpRequest.Builder request, String header, String value) {
        if (!value.equals("-")) {
            request.header(header, value);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "initialize",
                "ping",
                "logging/setLevel",
                "resources/subscribe",
                "resources/unsubscribe",
                "no/such"
            })
    void whatThisRevisionHasNotIsNotFound(String method) throws Exception {
        assertThat(RawClient.error(404, client.modern(method, "{}"))
                        .path("code")
                        .asInt())
                .isEqualTo(-32601);
    }

    @Test
    void aCapabilityThatWasNotDeclaredIsNamed() throws Exception {
        JsonNode error = RawClient.error(400, client.modern("tools/call", "{\"name\":\"test_missing_capability\"}"));

        assertThat(error.path("code").asInt()).isEqualTo(-32021);
        assertThat(error.path("data")).hasToString("{\"requiredCapabilities\":{\"sampling\":{}}}");
    }

    @Test
    void aFormIsFilledInByASecondRound() throws Exception {
        String call = "{\"name\":\"test_input_required_result_request_state\",\"arguments\":{\"a\":1},"
                + "\"_meta\":{\"io.modelcontextprotocol/clientCapabilities\":{\"elicitation\":{}}}}";
        JsonNode asked = result(client.modern("tools/call", call));
        ObjectNode again = (ObjectNode) JSON.readTree(call);
        again.set("inputResponses", JSON.readTree("{\"confirm\":{\"action\":\"accept\",\"content\":{\"ok\":true}}}"));
        again.set("requestState", asked.path("requestState"));

        assertThat(asked.path("resultType").asText()).isEqualTo("input_required");
        assertThat(asked.at("/inputRequests/confirm/method").asText()).isEqualTo("elicitation/create");
        assertThat(result(client.modern("tools/call", again.toString()))
                        .path("resultType")
                        .asText())
                .isEqualTo("complete");

        // Good for this very call alone, and only as it was given.
        ObjectNode other = again.deepCopy();
        other.putObject("arguments").put("a", 2);
        assertThat(invalid(other)).contains("requestState");
        ObjectNode changed = again.deepCopy();
        changed.put("requestState", "A" + asked.path("requestState").asText());
        assertThat(invalid(changed)).contains("requestState");
        ObjectNode unasked = again.deepCopy();
        unasked.remove("requestState");
        assertThat(result(client.modern("tools/call", unasked.toString()))
                        .path("resultType")
                        .asText())
                .isEqualTo("input_required");
    }

    private String invalid(ObjectNode call) throws Exception {
        JsonNode error = RawClient.error(200, client.modern("tools/call", call.toString()));
        assertThat(error.path("code").asInt()).isEqualTo(-32602);
        return error.path("message").asText();
    }

    @Test
    void progressComesOnTheRequestsOwnStreamAndEndsWithTheAnswer() throws Exception {
        String params = "{\"name\":\"test_tool_with_progress\",\"_meta\":{\"progressToken\":\"p\"}}";
        BlockingQueue<JsonNode> events = client.events(client.modernBuilder("tools/call", params)
                .POST(BodyPublishers.ofString(RawClient.modernBody("tools/call", params))));

        for (int progress : new int[] {0, 50, 100}) {
            JsonNode event = next(events);
            assertThat(event.path("method").asText()).isEqualTo("notifications/progress");
            assertThat(event.path("params"))
                    .hasToString("{\"progressToken\":\"p\",\"progress\":" + progress
                            + ",\"total\":100,\"message\":\"Working\"}");
        }
        assertThat(next(events).at("/result/content/0/text").asText()).isEqualTo("All 100 done");
    }

    @Test
    void withoutATokenTheAnswerIsOneObject() throws Exception {
        HttpResponse<String> answer = client.modern("tools/call", "{\"name\":\"test_tool_with_progress\"}");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
    }

    @Test
    void whoListensIsToldWhatItAskedForAndNothingElse() throws Exception {
        BlockingQueue<JsonNode> prompts = listen("{\"promptsListChanged\":true,\"resourceSubscriptions\":[]}");
        BlockingQueue<JsonNode> tools = listen("{\"toolsListChanged\":true}");
        assertThat(next(prompts).toString())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/subscriptions/acknowledged\",\"params\":"
                        + "{\"notifications\":{\"promptsListChanged\":true},"
                        + "\"_meta\":{\"io.modelcontextprotocol/subscriptionId\":7}}}");
        next(tools);

        client.modern("tools/call", "{\"name\":\"test_trigger_tool_change\"}");
        client.modern("tools/call", "{\"name\":\"test_trigger_prompt_change\"}");

        assertThat(next(prompts).path("method").asText()).isEqualTo("notifications/prompts/list_changed");
        JsonNode change = next(tools);
        assertThat(change.path("method").asText()).isEqualTo("notifications/tools/list_changed");
        assertThat(change.at("/params/_meta").toString()).contains("subscriptionId\":7");
        assertThat(tools).isEmpty();
    }

    @Test
    void whoWantsNothingIsToldSoAtOnce() throws Exception {
        BlockingQueue<JsonNode> events = listen("{}");

        assertThat(next(events).at("/params/notifications")).isEmpty();
        assertThat(next(events).at("/result/resultType").asText()).isEqualTo("complete");
    }

    @Test
    void whoCannotReadAStreamIsToldSo() throws Exception {
        String params = "{\"notifications\":{\"toolsListChanged\":true}}";
        HttpRequest.Builder request = HttpRequest.newBuilder(server.url())
                .header("Accept", "application/json")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "subscriptions/listen")
                .POST(BodyPublishers.ofString(RawClient.modernBody("subscriptions/listen", params)));

        assertThat(RawClient.error(200, client.send(request)).path("message").asText())
                .contains("text/event-stream");
    }

    private BlockingQueue<JsonNode> listen(String notifications) throws IOException {
        String params = "{\"notifications\":" + notifications + "}";
        return client.events(client.modernBuilder("subscriptions/listen", params)
                .POST(BodyPublishers.ofString(RawClient.modernBody("subscriptions/listen", params))));
    }

    private static JsonNode next(BlockingQueue<JsonNode> events) throws InterruptedException {
        JsonNode event = events.poll(10, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }

    private static JsonNode result(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("result");
    }
}
