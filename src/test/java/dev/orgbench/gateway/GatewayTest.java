package dev.orgbench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orgbench.orgs.OrgKind;
import dev.orgbench.orgs.Orgs;
import dev.orgbench.orgs.SecretFile;
import dev.orgbench.salesforce.SignIn;
import dev.orgbench.store.Store;
import dev.orgbench.tools.Behaviours;
import dev.orgbench.tools.BundledDefinitions;
import dev.orgbench.tools.Definitions;
import dev.orgbench.tools.ToolCatalogue;
import dev.orgbench.tools.salesforce.SalesforceBehaviours;
import dev.orgbench.trace.Message;
import dev.orgbench.trace.Trace;
import dev.orgbench.trace.TraceEvent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway over HTTP; behind it an org that answers from a script. */
class GatewayTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String SECRET = "management-secret";
    private static final JsonMapper JSON = new JsonMapper();

    private final OkHttpClient http = new OkHttpClient();
    private final MockWebServer salesforce = new MockWebServer();
    private final Trace trace;
    private final Store store;
    private final ServerRegister register;
    private final Gateway gateway;

    private record Answer(int status, String body, Map<String, List<String>> headers) {
        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }

        String header(String name) {
            return String.join(",", Objects.requireNonNullElse(headers.get(name), List.of()));
        }
    }

    GatewayTest(@TempDir Path data) throws IOException {
        salesforce.start();
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        store = Store.open(data.resolve("orgbench.db"), clock);
        Orgs orgs = new Orgs(store, http, clock);
        orgs.connect("demo", "Demo org", OrgKind.DEMO, salesforce.url("/").uri(), new SignIn.PastedSession("00D!session"));
        trace = new Trace(clock);
        Behaviours behaviours = SalesforceBehaviours.all();
        register = new StoredServers(store, SecretFile.open(data), clock);
        gateway = new Gateway(
                0,
                SECRET,
                register,
                orgs,
                new ToolCatalogue(
                        new Definitions(behaviours, List.of(new BundledDefinitions("salesforce"))),
                        behaviours,
                        new byte[32],
                        ToolCatalogue.USUAL_BYTE_BUDGET),
                trace,
                "0.0.1",
                clock);
    }

    @AfterEach
    void close() {
        gateway.close();
        store.close();
        salesforce.close();
    }

    @Test
    void makesAServerInTheArticlesShapes() throws IOException {
        Answer made = make(
                """
                {"name": "Salesforce RevOps Agent", "config": {"methods": ["read", "write", "custom"]}}""");
        assertThat(made.status()).isEqualTo(201);
        JsonNode json = made.json();
        assertThat(json.path("id").asText()).startsWith("mcp-");
        assertThat(json.path("name").asText()).isEqualTo("Salesforce RevOps Agent");
        assertThat(json.path("config")).isEqualTo(JSON.readTree("{\"methods\": [\"read\", \"write\", \"custom\"]}"));
        assertThat(json.path("expires_at").isNull()).isTrue();
        assertThat(json.path("url").asText())
                .isEqualTo(gateway.uri() + "/mcp/" + json.path("token").asText());
        assertThat(toolNames(json.path("url").asText())).hasSize(8);
    }

    @Test
    void aScopeLimitsWhatIsListedAndWhatCanBeCalled() throws IOException {
        String readOnly = make("{\"name\": \"Reader\", \"config\": {\"methods\": [\"read\"]}}")
                .json()
                .path("url")
                .asText();
        assertThat(toolNames(readOnly))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("list_") || name.startsWith("get_"));
        Answer refused = call(readOnly, "create_a_salesforce_record", "{\"object_name\": \"Task\", \"fields\": {}}");
        assertThat(refused.json().path("error").path("code").asInt()).isEqualTo(-32602);
        assertThat(salesforce.getRequestCount()).isZero();

        String metadata = make("{\"name\": \"Admin\", \"config\": {\"methods\": [\"write\"], \"tags\": [\"metadata\"]}}")
                .json()
                .path("url")
                .asText();
        assertThat(toolNames(metadata))
                .containsExactlyInAnyOrder(
                        "create_a_salesforce_custom_object", "update_a_salesforce_custom_field_by_id");
    }

    @Test
    void refusesAServerItDoesNotUnderstandAndNamesTheFault() throws IOException {
        Map<String, String> faults = Map.of(
                "{\"name\": \"\"}", "name is required",
                "{\"name\": \"A\", \"config\": {\"methods\": [\"reed\"]}}", "reed",
                "{\"name\": \"A\", \"config\": {\"methods\": \"read\"}}", "must be a list",
                "{\"name\": \"A\", \"config\": {\"tags\": [\"metdata\"]}}", "metdata",
                "{\"name\": \"A\", \"config\": {\"require_api_token_auth\": true}}", "require_api_token_auth",
                "{\"name\": \"A\", \"expires_at\": \"tomorrow\"}", "ISO 8601",
                "{\"name\": \"A\", \"expires_at\": \"2026-11-22T12:00:00Z\"}", "has passed already",
                "{\"name\": \"A\\u0000\"}", "on one line",
                "{\"name\": \"A\", \"unknown\": null}", "unknown is not known",
                "[]", "must be a JSON object");
        for (Map.Entry<String, String> fault : faults.entrySet()) {
            Answer answer = make(fault.getKey());
            assertThat(answer.status()).as(fault.getKey()).isEqualTo(422);
            assertThat(answer.header("content-type")).startsWith("application/problem+json");
            assertThat(answer.json().path("detail").asText()).contains(fault.getValue());
        }
        assertThat(make("{\"name\": ").status()).isEqualTo(400);
        assertThat(make("[".repeat(2_000)).json().path("detail").asText()).startsWith("The body is not JSON");
    }

    @Test
    void wantsTheManagementToken() throws IOException {
        URI path = gateway.uri().resolve("/integrated-account/demo/mcp");
        Answer answer = post(path.toString(), "{\"name\": \"A\"}", Map.of("Authorization", "Bearer wrong"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("www-authenticate")).isEqualTo("Bearer");
        assertThat(post(path.toString(), "{\"name\": \"A\"}", Map.of()).status()).isEqualTo(401);
        assertThat(post(
                                gateway.uri() + "/integrated-account/nobody/mcp",
                                "{\"name\": \"A\"}",
                                Map.of("Authorization", "Bearer " + SECRET))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void answersUnknownAndExpiredTokensAlike() throws IOException {
        String expired = gateway.url(register.create("demo", "A", new McpServer.Config(List.of(), List.of()), NOON)
                        .token())
                .toString();
        String open = make("{\"name\": \"A\", \"expires_at\": \"2026-11-22T13:00:01+01:00\"}")
                .json()
                .path("url")
                .asText();
        Answer late = list(expired);
        Answer unknown = list(gateway.uri() + "/mcp/0123456789abcdef");
        assertThat(late.status()).isEqualTo(404);
        assertThat(late.body()).isEqualTo(unknown.body());
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(list(open).status()).isEqualTo(200);
    }

    @Test
    void refusesOtherOriginsAndHosts() throws IOException {
        String url = make("{\"name\": \"A\"}").json().path("url").asText();
        String ping = "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}";
        assertThat(post(url, ping, Map.of("Origin", "https://evil.example")).status()).isEqualTo(403);
        assertThat(post(url, ping, Map.of("Host", "evil.example")).status()).isEqualTo(403);
        assertThat(post(url, ping, Map.of("Origin", "http://localhost:6274")).status()).isEqualTo(200);
    }

    @Test
    void carriesTheLimitsOnEveryAnswerToACall() throws IOException {
        salesforce.enqueue(new MockResponse.Builder()
                .code(403)
                .addHeader("Sforce-Limit-Info", "api-usage=15000/15000")
                .body("[{\"message\":\"TotalRequests Limit exceeded.\",\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]")
                .build());
        String url = make("{\"name\": \"A\"}").json().path("url").asText();
        Answer answer = call(url, "list_all_salesforce_query", "{\"q\": \"SELECT Id FROM Account\"}");

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
        assertThat(result.path("_meta").path("dev.orgbench/ratelimit").path("remaining").asInt(-1))
                .isZero();
        assertThat(salesforce.getRequestCount()).as("no retry").isEqualTo(1);
    }

    @Test
    void aCallWhoseClientLeavesIsCancelledAtTheOrg() throws Exception {
        salesforce.enqueue(new MockResponse.Builder()
                .headersDelay(30, TimeUnit.SECONDS)
                .body("{}")
                .build());
        CompletableFuture<Message.Result> ended = new CompletableFuture<>();
        trace.subscribe(event -> {
            if (event instanceof TraceEvent.Answered answered) {
                ended.complete(answered.message().result());
            }
        });
        String url = make("{\"name\": \"A\"}").json().path("url").asText();
        Call call = http.newCall(new Request.Builder()
                .url(url)
                .post(RequestBody.create(
                        """
                        {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"list_all_salesforce_query",
                         "arguments":{"q":"SELECT Id FROM Account"}}}""",
                        MediaType.get("application/json")))
                .build());
        Thread client = Thread.ofVirtual().start(() -> {
            try (Response response = call.execute()) {
                ended.completeExceptionally(new AssertionError("answered with " + response.code()));
            } catch (IOException left) {
                // What this test is about.
            }
        });
        assertThat(salesforce.takeRequest(5, TimeUnit.SECONDS)).isNotNull();
        call.cancel();
        client.join();

        assertThat(ended.get(5, TimeUnit.SECONDS).failure()).contains("was cancelled");
        assertThat(trace.exchanges(trace.messages().getLast().id()))
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.failure()).contains("was cancelled"));
    }

    @Test
    void notesEveryMessageAndItsExchangesInTheTrace() throws IOException {
        salesforce.enqueue(new MockResponse.Builder()
                .body("{\"totalSize\":0,\"done\":true,\"records\":[]}")
                .addHeader("Content-Type", "application/json")
                .build());
        String url = make("{\"name\": \"RevOps\"}").json().path("url").asText();
        Answer answer = call(url, "list_all_salesforce_query", "{\"q\": \"SELECT Id FROM Account\"}");

        Message message = trace.messages().getLast();
        assertThat(answer.header("orgbench-message")).isEqualTo(Long.toString(message.id()));
        assertThat(message.server()).isEqualTo("RevOps");
        assertThat(message.title()).isEqualTo("list_all_salesforce_query");
        assertThat(Objects.requireNonNull(message.result()).summary()).isEqualTo("0 records");
        assertThat(trace.exchanges(message.id())).singleElement().satisfies(exchange -> {
            assertThat(exchange.status()).isEqualTo(200);
            assertThat(exchange.toString()).doesNotContain("00D!session");
        });
    }

    private Answer make(String body) throws IOException {
        return post(
                gateway.uri() + "/integrated-account/demo/mcp", body, Map.of("Authorization", "Bearer " + SECRET));
    }

    private List<String> toolNames(String url) throws IOException {
        List<String> names = new ArrayList<>();
        list(url).json().path("result").path("tools").forEach(tool -> names.add(tool.path("name").asText()));
        return names;
    }

    private Answer list(String url) throws IOException {
        return post(url, "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}", Map.of());
    }

    private Answer call(String url, String tool, String arguments) throws IOException {
        return post(
                url,
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {\"name\": \"" + tool
                        + "\", \"arguments\": " + arguments + "}}",
                Map.of());
    }

    private Answer post(String url, String body, Map<String, String> headers) throws IOException {
        Request.Builder request = new Request.Builder()
                .url(url)
                .post(RequestBody.create(body, MediaType.get("application/json")))
                .header("Accept", "application/json, text/event-stream");
        headers.forEach(request::header);
        try (Response response = http.newCall(request.build()).execute()) {
            return new Answer(
                    response.code(),
                    response.body().string(),
                    response.headers().toMultimap());
        }
    }
}
