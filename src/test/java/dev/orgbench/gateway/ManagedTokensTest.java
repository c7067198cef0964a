package dev.orgbench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** API tokens by program, for whoever has no window. */
@Timeout(20)
class ManagedTokensTest {
    private static final String LISTEN =
            "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"subscriptions/listen\", \"params\":"
                    + " {\"notifications\": {\"toolsListChanged\": true}, \"_meta\": {\"io.modelcontextprotocol/protocolVersion\":"
                    + " \"2026-07-28\", \"io.modelcontextprotocol/clientCapabilities\": {}}}}";

    private final RunningGateway running;
    private String url = "";
    private String path = "";

    ManagedTokensTest(@TempDir Path data) throws IOException {
        running = new RunningGateway(data);
    }

    @BeforeEach
    void makeAServer() throws IOException {
        JsonNode server = running.make("{\"name\": \"A\", \"config\": {\"require_api_token_auth\": true}}")
                .json();
        url = server.path("url").asText();
        path = "demo/mcp/" + server.path("id").asText() + "/tokens";
    }

    @AfterEach
    void close() {
        running.close();
    }

    @Test
    void aTokenOpensItsServerAndIsShownOnce() throws IOException {
        RunningGateway.Answer answer = running.manage("POST", path, "{\"name\": \" CI \"}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        JsonNode made = answer.json();
        assertThat(made.path("name").asText()).isEqualTo("CI");
        assertThat(made.path("created_at").asText()).isEqualTo("2026-11-22T12:00:00Z");
        String token = made.path("token").asText();
        assertThat(running.list(url).status()).isEqualTo(401);
        assertThat(running.list(url, bearer(token)).status()).isEqualTo(200);

        RunningGateway.Answer listed = running.manage("GET", path, null);
        assertThat(listed.body()).doesNotContain(token);
        assertThat(listed.json().at("/result/0/id")).isEqualTo(made.path("id"));
        assertThat(running.register()
                        .apiTokens()
                        .list(running.register().list("demo").getFirst().id()))
                .as("the window's own list")
                .extracting(ApiTokens.ApiToken::name)
                .containsExactly("CI");
    }

    @Test
    void listsPageByPage() throws IOException {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.add(id("T" + i));
            running.clock().pass(Duration.ofSeconds(1));
        }
        JsonNode first = running.manage("GET", path + "?limit=2", null).json();
        assertThat(first.path("result").findValuesAsText("id")).containsExactlyElementsOf(made.subList(0, 2));
        JsonNode last = running.manage(
                        "GET",
                        path + "?limit=2&cursor=" + first.path("next_cursor").asText(),
                        null)
                .json();
        assertThat(last.path("result").findValuesAsText("id")).containsExactly(made.get(2));
        assertThat(last.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void aTokenThatIsRevokedIsDeadAndItsStreamsAreCut() throws IOException {
        JsonNode made = running.manage("POST", path, "{\"name\": \"CI\"}").json();
        String other = running.manage("POST", path, "{\"name\": \"Desk\"}")
                .json()
                .path("token")
                .asText();
        String token = made.path("token").asText();
        Request listen = new Request.Builder()
                .url(url)
                .post(RequestBody.create(LISTEN, MediaType.get("application/json")))
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "subscriptions/listen")
                .header("Authorization", "Bearer " + token)
                .build();
        try (Response stream = running.http.newCall(listen).execute()) {
            assertThat(stream.body().source().readUtf8Line()).isNotNull();
            String one = path + "/" + made.path("id").asText();
            assertThat(running.manage("DELETE", one, null).status()).isEqualTo(204);
            assertThat(stream.body().source().readUtf8()).as("it ends").isNotNull();
            assertThat(running.manage("DELETE", one, null).status()).isEqualTo(404);
        }
        assertThat(running.list(url, bearer(token)).status()).isEqualTo(401);
        assertThat(running.list(url, bearer(other)).status()).isEqualTo(200);
    }

    @Test
    void aTokenOfAnotherServerIsUnknown() throws IOException {
        String id = id("CI");
        String other = "demo/mcp/"
                + running.make("{\"name\": \"B\"}").json().path("id").asText() + "/tokens";
        assertThat(running.manage("DELETE", other + "/" + id, null).status()).isEqualTo(404);
        assertThat(running.manage("DELETE", path.replace("demo/", "other/") + "/" + id, null)
                        .status())
                .isEqualTo(404);
        assertThat(running.manage("GET", other, null).json().path("result")).isEmpty();
        assertThat(running.manage("GET", path, null).json().path("result")).hasSize(1);
    }

    @Test
    void aFaultIsNamedAndPointedAt() throws IOException {
        id("CI");
        for (Map.Entry<String, String> fault : Map.of(
                        "{}",
                        "1 to 60 characters",
                        "{\"name\": \" \"}",
                        "1 to 60 characters",
                        "{\"name\": \"" + "x".repeat(61) + "\"}",
                        "1 to 60 characters",
                        "{\"name\": 5}",
                        "name must be text",
                        "{\"name\": \"CI\"}",
                        "has a token named “CI” already")
                .entrySet()) {
            RunningGateway.Answer refused = running.manage("POST", path, fault.getKey());
            assertThat(refused.status()).as(fault.getKey()).isEqualTo(422);
            JsonNode problem = refused.json();
            assertThat(problem.path("type").asText()).isEqualTo("urn:orgbench:problem:invalid-api-token");
            assertThat(problem.path("detail").asText()).contains(fault.getValue());
            assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("#/name");
        }
        RunningGateway.Answer unknown = running.manage("POST", path, "{\"name\": \"A\", \"expires_at\": null}");
        assertThat(unknown.json().path("detail").asText()).contains("expires_at is not known");
        RunningGateway.Answer put = running.manage("PUT", path, "{}");
        assertThat(put.status()).isEqualTo(405);
        assertThat(put.header("allow")).isEqualTo("GET, HEAD, POST");
        RunningGateway.Answer get = running.manage("GET", path + "/" + id("Desk"), null);
        assertThat(get.status()).isEqualTo(405);
        assertThat(get.header("allow")).isEqualTo("DELETE");
    }

    @Test
    void theManagementTokenIsWorthNothingThroughATunnel() throws IOException {
        String token = running.manage("POST", path, "{\"name\": \"CI\"}")
                .json()
                .path("token")
                .asText();
        String server = running.register().list("demo").getFirst().id();
        try (PublicHosts.Opening _ = running.gateway().publicHosts().allow("calm-river.trycloudflare.com", server)) {
            for (Map<String, String> how :
                    List.of(Map.of("Host", "calm-river.trycloudflare.com"), Map.of("X-Forwarded-For", "203.0.113.9"))) {
                assertThat(status(how, RunningGateway.SECRET))
                        .as(how.toString())
                        .isEqualTo(401);
                assertThat(status(how, token)).as(how.toString()).isEqualTo(200);
            }
        }
        assertThat(status(Map.of(), RunningGateway.SECRET))
                .as("on this machine")
                .isEqualTo(200);
    }

    private int status(Map<String, String> how, String token) throws IOException {
        Map<String, String> headers = new HashMap<>(how);
        headers.put("Authorization", "Bearer " + token);
        return running.list(url, headers).status();
    }

    private String id(String name) throws IOException {
        return running.manage("POST", path, "{\"name\": \"" + name + "\"}")
                .json()
                .path("id")
                .asText();
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }
}
