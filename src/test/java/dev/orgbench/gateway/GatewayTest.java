package dev.orgbench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import dev.orgbench.trace.TraceEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway over HTTP; behind it an org that answers from a script. */
class GatewayTest {

    private final RunningGateway running;

    GatewayTest(@TempDir Path data) throws IOException {
        running = new RunningGateway(data);
    }

    @AfterEach
    void close() {
        running.close();
    }

    @Test
    void aScopeLimitsWhatIsListedAndWhatCanBeCalled() throws IOException {
        String readOnly = running.make("{\"name\": \"Reader\", \"config\": {\"methods\": [\"read\"]}}")
                .json()
                .path("url")
                .asText();
        assertThat(running.toolNames(readOnly))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("list_") || name.startsWith("get_"));
        RunningGateway.Answer refused =
                running.call(readOnly, "create_a_salesforce_record", "{\"object_name\": \"Task\", \"fields\": {}}");
        assertThat(refused.json().path("error").path("code").asInt()).isEqualTo(-32602);
        assertThat(running.salesforce.getRequestCount()).isZero();

        String metadata = running.make(
                        "{\"name\": \"Admin\", \"config\": {\"methods\": [\"write\"], \"tags\": [\"metadata\"]}}")
                .json()
                .path("url")
                .asText();
        assertThat(running.toolNames(metadata))
                .containsExactlyInAnyOrder(
                        "create_a_salesforce_custom_object",
                        "update_a_salesforce_custom_object_by_id",
                        "delete_a_salesforce_custom_object_by_id",
                        "create_a_salesforce_custom_field",
                        "update_a_salesforce_custom_field_by_id",
                        "delete_a_salesforce_custom_field_by_id");
    }

    @Test
    void theTraceHasTheHeadersOfBothSides_withoutTheirSecrets() throws IOException {
        String url = running.url("{\"name\": \"A\"}");
        RunningGateway.Answer answer = running.list(
                url, Map.of("Mcp-Protocol-Version", "2025-06-18", "Authorization", "Bearer not-for-everybody"));

        Message message = running.trace.messages().getLast();
        assertThat(message.headers())
                .contains(
                        new Exchange.Header("Mcp-Protocol-Version", "2025-06-18"),
                        new Exchange.Header("Authorization", "Bearer ••••"))
                .noneMatch(header -> header.value().contains("not-for-everybody"));
        assertThat(Objects.requireNonNull(message.result()).headers())
                .contains(new Exchange.Header("orgbench-message", answer.header("orgbench-message")));
    }

    @Test
    void carriesTheLimitsOnEveryAnswerToACall() throws IOException {
        running.salesforce.enqueue(new MockResponse.Builder()
                .code(403)
                .addHeader("Sforce-Limit-Info", "api-usage=15000/15000")
                .body("[{\"message\":\"TotalRequests Limit exceeded.\",\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]")
                .build());
        String url = running.url("{\"name\": \"A\"}");
        RunningGateway.Answer answer =
                running.call(url, "list_all_salesforce_query", "{\"q\": \"SELECT Id FROM Account\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ratelimit-limit")).isEqualTo("15000");
        assertThat(answer.header("ratelimit-remaining")).isEqualTo("0");
        assertThat(answer.header("ratelimit-policy")).isEqualTo("\"daily\";q=15000;w=86400");
        assertThat(answer.header("ratelimit")).isEqualTo("\"daily\";r=0");
        assertThat(answer.headers()).doesNotContainKey("ratelimit-reset");
        JsonNode result = answer.json().path("result");
        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.path("content").path(0).path("text").asText())
                .contains("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
        assertThat(result.path("_meta")
                        .path("dev.orgbench/ratelimit")
                        .path("remaining")
                        .asInt(-1))
                .isZero();
        assertThat(running.salesforce.getRequestCount()).as("no retry").isEqualTo(1);
    }

    @Test
    void aCallWhoseClientLeavesIsCancelledAtTheOrg() throws Exception {
        running.salesforce.enqueue(new MockResponse.Builder()
                .headersDelay(30, TimeUnit.SECONDS)
                .body("{}")
                .build());
        CompletableFuture<Message.Result> ended = new CompletableFuture<>();
        running.trace.subscribe(event -> {
            if (event instanceof TraceEvent.Answered answered) {
                ended.complete(answered.message().result());
            }
        });
        String url = running.url("{\"name\": \"A\"}");
        Call call = running.http.newCall(new Request.Builder()
                .url(url)
                .post(RequestBody.create("""
                        {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"list_all_salesforce_query",
                         "arguments":{"q":"SELECT Id FROM Account"}}}""", MediaType.get("application/json")))
                .build());
        Thread client = Thread.ofVirtual().start(() -> {
            try (Response response = call.execute()) {
                ended.completeExceptionally(new AssertionError("answered with " + response.code()));
            } catch (IOException left) {
                // What this test is about.
            }
        });
        assertThat(running.salesforce.takeRequest(5, TimeUnit.SECONDS)).isNotNull();
        call.cancel();
        client.join();

        assertThat(ended.get(5, TimeUnit.SECONDS).failure()).contains("was cancelled");
        assertThat(running.trace.exchanges(running.trace.messages().getLast().id()))
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.failure()).contains("was cancelled"));
    }

    @Test
    void notesEveryMessageAndItsExchangesInTheTrace() throws IOException {
        running.salesforce.enqueue(new MockResponse.Builder()
                .body("{\"name\":\"Account\",\"fields\":[{\"name\":\"Id\",\"type\":\"id\"}]}")
                .addHeader("Content-Type", "application/json")
                .build());
        running.salesforce.enqueue(new MockResponse.Builder()
                .body("{\"totalSize\":0,\"done\":true,\"records\":[]}")
                .addHeader("Content-Type", "application/json")
                .build());
        String url = running.make("{\"name\": \"RevOps\"}").json().path("url").asText();
        RunningGateway.Answer answer =
                running.call(url, "list_all_salesforce_query", "{\"q\": \"SELECT Id FROM Account\"}");

        Message message = running.trace.messages().getLast();
        assertThat(answer.header("orgbench-message")).isEqualTo(Long.toString(message.id()));
        assertThat(message.server()).isEqualTo("RevOps");
        assertThat(message.title()).isEqualTo("list_all_salesforce_query");
        assertThat(Objects.requireNonNull(message.result()).summary()).isEqualTo("0 records");
        assertThat(running.trace.exchanges(message.id())).hasSize(2).allSatisfy(exchange -> {
            assertThat(exchange.status()).isEqualTo(200);
            assertThat(exchange.toString()).doesNotContain("00D!session");
        });
    }
}
