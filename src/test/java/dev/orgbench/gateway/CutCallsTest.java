package dev.orgbench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.TraceEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What befalls those whose request is at the org, which does not answer, when they may not use the server any more. */
@Timeout(20)
class CutCallsTest {
    private static final String CALL = "{\"jsonrpc\": \"2.0\", \"id\": 7, \"method\": \"tools/call\", \"params\":"
            + " {\"name\": \"list_all_salesforce_objects\"}}";
    private static final String READ = "{\"jsonrpc\": \"2.0\", \"id\": 7, \"method\": \"resources/read\", \"params\":"
            + " {\"uri\": \"salesforce://demo/sobject/Account\"}}";
    private static final String DELETE = "{\"jsonrpc\": \"2.0\", \"id\": 7, \"method\": \"tools/call\", \"params\":"
            + " {\"name\": \"delete_a_salesforce_record_by_id\", \"arguments\": {\"object_name\": \"Account\","
            + " \"id\": \"001000000000001AAA\"}}}";
    private static final String INITIALIZE = "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"initialize\", \"params\":"
            + " {\"protocolVersion\": \"2025-11-25\", \"capabilities\": {\"elicitation\": {}}}}";
    private static final String MODERN_CALL = CALL.replace(
            "objects\"}",
            "objects\", \"_meta\": {\"io.modelcontextprotocol/protocolVersion\": \"2026-07-28\","
                    + " \"io.modelcontextprotocol/clientCapabilities\": {}}}");
    private static final Map<String, String> MODERN = Map.of(
            "MCP-Protocol-Version",
            "2026-07-28",
            "Mcp-Method",
            "tools/call",
            "Mcp-Name",
            "list_all_salesforce_objects");

    private final RunningGateway running;
    private final BlockingQueue<Exchange> exchanges = new LinkedBlockingQueue<>();

    CutCallsTest(@TempDir Path data) throws IOException {
        running = new RunningGateway(data);
        running.trace.subscribe(event -> {
            if (event instanceof TraceEvent.Exchanged(Exchange exchange)) {
                exchanges.add(exchange);
            }
        });
    }

    @AfterEach
    void close() {
        running.close();
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                end("was revoked", test -> test.register().revoke(test.id())),
                end("was deleted", test -> test.register().delete(test.id())),
                end("has got a new URL", test -> test.register().rotate(test.id())),
                end(
                        "does not accept your API token",
                        test -> test.change(McpServer.Config.EVERYTHING
                                .draft()
                                .requireApiToken(true)
                                .config())),
                end("has expired", test -> {
                    test.running.clock().pass(Duration.ofHours(1));
                    test.register().purge();
                }));
    }

    private static Arguments end(String told, Consumer<CutCallsTest> end) {
        return Arguments.of(told, end);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    void aCallIsCutOffWithAWordOnWhy(String told, Consumer<CutCallsTest> end) throws Exception {
        CompletableFuture<RunningGateway.Answer> call = sent(made("{}"), CALL, Map.of());
        untilAtTheOrg();

        end.accept(this);

        JsonNode error = error(call);
        assertThat(error.path("code").asInt()).isEqualTo(410);
        assertThat(error.path("message").asText()).contains("“A” " + told, "cut off", "may have been done");
        assertThat(exchanges.take().failure()).as("the request to the org").contains("cancelled");
    }

    @Test
    void whoLosesHisAccessBetweenTheDoorAndTheCallSendsNothing() throws Exception {
        String url = made("{}");
        running.trace.subscribe(event -> {
            if (event instanceof TraceEvent.Started) {
                register().revoke(id());
            }
        });

        JsonNode error = error(sent(url, CALL, Map.of()));

        assertThat(error.path("message").asText()).contains("was revoked");
        assertThat(running.salesforce.getRequestCount()).isZero();
    }

    @Test
    void soIsWhatElseAsksTheOrg_inBothEras() throws Exception {
        String url = made("{}");
        List<CompletableFuture<RunningGateway.Answer>> sent =
                List.of(sent(url, READ, Map.of()), sent(url, MODERN_CALL, MODERN));
        untilAtTheOrg();
        untilAtTheOrg();

        register().revoke(id());

        for (CompletableFuture<RunningGateway.Answer> each : sent) {
            assertThat(error(each).path("code").asInt()).isEqualTo(410);
        }
    }

    @Test
    void soIsWhatWaitsForAPerson() throws Exception {
        String url = made("{\"confirm_destructive\": true}");
        String session = running.post(url, INITIALIZE, Map.of()).header("mcp-session-id");
        Request call = new Request.Builder()
                .url(url)
                .post(RequestBody.create(DELETE, MediaType.get("application/json")))
                .header("Accept", "application/json, text/event-stream")
                .header("Mcp-Session-Id", session)
                .build();
        // The head of the answer comes with the question.
        try (Response answer = running.http.newCall(call).execute()) {
            register().revoke(id());

            assertThat(answer.body().string()).contains("elicitation/create", "\"code\":410", "was revoked");
        }
        assertThat(running.salesforce.getRequestCount()).isZero();
    }

    @Test
    void anApiTokenThatIsRevokedCutsItsOwnCallsAlone() throws Exception {
        String url = made("{\"require_api_token_auth\": true}");
        ApiTokens.NewApiToken first = register().apiTokens().make(id(), "CI");
        ApiTokens.NewApiToken other = register().apiTokens().make(id(), "Desk");
        CompletableFuture<RunningGateway.Answer> cut = sent(url, CALL, bearer(first));
        untilAtTheOrg();
        CompletableFuture<RunningGateway.Answer> kept = sent(url, CALL, bearer(other));
        untilAtTheOrg();

        register().apiTokens().revoke(first.apiToken().id());

        assertThat(error(cut).path("message").asText()).contains("API token");
        answer();
        answer();
        assertThat(kept.get(5, TimeUnit.SECONDS).json().has("result")).isTrue();
    }

    @Test
    void whatConcernsOthersCutsNobody() throws Exception {
        CompletableFuture<RunningGateway.Answer> call = sent(made("{}"), CALL, Map.of());
        untilAtTheOrg();
        String mine = id();
        running.make("{\"name\": \"B\"}");
        register().revoke(register().list("demo").getLast().id());
        register().noteCall(mine);
        change(McpServer.Config.EVERYTHING.draft().tags(List.of("metadata")).config());

        answer();

        assertThat(call.get(5, TimeUnit.SECONDS).json().at("/result/isError").asBoolean(true))
                .isFalse();
    }

    private ServerRegister register() {
        return running.register();
    }

    private String id() {
        return register().list("demo").getFirst().id();
    }

    private void change(McpServer.Config config) {
        register().change(id(), "A", config, null);
    }

    private String made(String config) throws IOException {
        return running.url("{\"name\": \"A\", \"expires_at\": \"2026-11-22T13:00:00Z\", \"config\": " + config + "}");
    }

    private static Map<String, String> bearer(ApiTokens.NewApiToken token) {
        return Map.of("Authorization", "Bearer " + token.text());
    }

    private CompletableFuture<RunningGateway.Answer> sent(String url, String body, Map<String, String> headers) {
        CompletableFuture<RunningGateway.Answer> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(running.post(url, body, headers));
            } catch (IOException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private void untilAtTheOrg() throws InterruptedException {
        assertThat(running.salesforce.takeRequest(5, TimeUnit.SECONDS)).isNotNull();
    }

    private void answer() {
        running.salesforce.enqueue(
                new MockResponse.Builder().body("{\"sobjects\": []}").build());
    }

    private static JsonNode error(CompletableFuture<RunningGateway.Answer> call) throws Exception {
        RunningGateway.Answer answer = call.get(5, TimeUnit.SECONDS);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("id").asInt()).isEqualTo(7);
        return answer.json().path("error");
    }
}
