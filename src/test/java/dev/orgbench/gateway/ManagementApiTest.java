package dev.orgbench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The management API over HTTP, as a program or curl would use it. */
class ManagementApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> TOKEN = Map.of("Authorization", "Bearer " + RunningGateway.SECRET);

    private final RunningGateway running;

    ManagementApiTest(@TempDir Path data) throws IOException {
        running = new RunningGateway(data);
    }

    @AfterEach
    void close() {
        running.close();
    }

    @Test
    void makesAServerInTheArticlesShapes() throws IOException {
        RunningGateway.Answer made = running.make("""
                {"name": "Salesforce RevOps Agent", "config": {"methods": ["read", "write", "custom"]}}""");
        assertThat(made.status()).isEqualTo(201);
        JsonNode json = made.json();
        assertThat(json.path("id").asText()).startsWith("mcp-");
        assertThat(json.path("name").asText()).isEqualTo("Salesforce RevOps Agent");
        assertThat(json.path("integrated_account_id").asText()).isEqualTo("demo");
        assertThat(json.path("config")).isEqualTo(JSON.readTree("{\"methods\": [\"read\", \"write\", \"custom\"]}"));
        assertThat(json.path("expires_at").isNull()).isTrue();
        assertThat(json.path("created_at").asText()).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(json.path("updated_at")).isEqualTo(json.path("created_at"));
        assertThat(json.path("url").asText())
                .isEqualTo(
                        running.gateway().uri() + "/mcp/" + json.path("token").asText());
        assertThat(running.toolNames(json.path("url").asText())).hasSize(26);
    }

    @Test
    void showsAServerButItsTokenNeverAgain() throws IOException {
        JsonNode made = running.make("{\"name\": \"A\", \"config\": {\"tags\": [\"metadata\"]}}")
                .json();
        RunningGateway.Answer got =
                running.manage("GET", "demo/mcp/" + made.path("id").asText(), null);
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.json().path("config").path("tags").path(0).asText()).isEqualTo("metadata");
        assertThat(got.json().path("status").asText()).isEqualTo("running");
        assertThat(got.body()).doesNotContain(made.path("token").asText());
        assertThat(running.manage("GET", "demo/mcp", null).body())
                .doesNotContain(made.path("token").asText());
    }

    @Test
    void listsPageByPageAlsoWhenTheLastOneSeenIsDeleted() throws IOException {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(
                    running.make("{\"name\": \"S" + i + "\"}").json().path("id").asText());
            running.clock().pass(Duration.ofMillis(500));
        }
        JsonNode first = running.manage("GET", "demo/mcp?limit=2", null).json();
        assertThat(first.path("result").findValuesAsText("id")).containsExactly(made.get(0), made.get(1));
        running.manage("DELETE", "demo/mcp/" + made.get(1), null);
        String cursor = first.path("next_cursor").asText();
        JsonNode second =
                running.manage("GET", "demo/mcp?limit=2&cursor=" + cursor, null).json();
        assertThat(second.path("result").findValuesAsText("id")).containsExactly(made.get(2), made.get(3));
        JsonNode last = running.manage(
                        "GET",
                        "demo/mcp?limit=2&cursor=" + second.path("next_cursor").asText(),
                        null)
                .json();
        assertThat(last.path("result").findValuesAsText("id")).containsExactly(made.get(4));
        assertThat(last.path("next_cursor").isNull()).isTrue();

        assertThat(running.manage("GET", "demo/mcp?limit=0", null).status()).isEqualTo(422);
        assertThat(running.manage("GET", "demo/mcp?limit=many", null).status()).isEqualTo(422);
        for (String bad : List.of("x", "%F0%9F%98%80", "MjAyNg", "===")) {
            assertThat(running.manage("GET", "demo/mcp?cursor=" + bad, null).status())
                    .as(bad)
                    .isEqualTo(422);
        }
    }

    @Test
    void aChangeKeepsWhatItDoesNotName_andTakesEffectAtTheNextCall() throws IOException {
        JsonNode made = running.make("""
                        {"name": "A", "config": {"methods": ["read"], "tags": ["metadata"]},
                         "expires_at": "2026-11-22T20:00:00Z"}""").json();
        String path = "demo/mcp/" + made.path("id").asText();
        String url = made.path("url").asText();
        assertThat(running.toolNames(url)).isNotEmpty().noneMatch(name -> name.startsWith("create_"));

        running.clock().pass(Duration.ofMinutes(1));
        RunningGateway.Answer changed = running.manage("PATCH", path, "{\"config\": {\"methods\": [\"create\"]}}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("config"))
                .isEqualTo(JSON.readTree("{\"methods\": [\"create\"], \"tags\": [\"metadata\"]}"));
        assertThat(changed.json().path("name").asText()).isEqualTo("A");
        assertThat(changed.json().path("expires_at").asText()).isEqualTo("2026-11-22T20:00:00Z");
        assertThat(changed.json().path("updated_at").asText()).isEqualTo("2026-11-22T12:01:00Z");
        assertThat(running.toolNames(url))
                .containsExactly("create_a_salesforce_custom_object", "create_a_salesforce_custom_field");

        JsonNode widened = running.manage("PATCH", path, "{\"config\": null, \"expires_at\": null}")
                .json();
        assertThat(widened.path("config").isEmpty()).isTrue();
        assertThat(widened.path("expires_at").isNull()).isTrue();
        assertThat(running.toolNames(url)).hasSize(26);
    }

    @Test
    void aDeletedServerIsGoneFromEverywhere() throws IOException {
        JsonNode made = running.make("{\"name\": \"A\"}").json();
        String path = "demo/mcp/" + made.path("id").asText();
        assertThat(running.manage("DELETE", path, null).status()).isEqualTo(204);
        assertThat(running.list(made.path("url").asText()).status()).isEqualTo(404);
        assertThat(running.manage("GET", path, null).status()).isEqualTo(404);
        assertThat(running.manage("DELETE", path, null).status()).isEqualTo(404);
        assertThat(running.manage("GET", "demo/mcp", null).json().path("result"))
                .isEmpty();
    }

    @Test
    void aServerOfAnotherOrgIsUnknown() throws IOException {
        String id = running.make("{\"name\": \"A\"}").json().path("id").asText();
        for (String method : List.of("GET", "DELETE")) {
            assertThat(running.manage(method, "other/mcp/" + id, null).status()).isEqualTo(404);
        }
        assertThat(running.manage("PATCH", "other/mcp/" + id, "{\"name\": \"B\"}")
                        .status())
                .isEqualTo(404);
        assertThat(running.register().find(id))
                .get()
                .extracting(McpServer::name)
                .isEqualTo("A");
    }

    @Test
    void aServerThatEndedCannotBeChanged() throws IOException {
        String id = running.make("{\"name\": \"A\", \"expires_at\": \"2026-11-22T13:00:00Z\"}")
                .json()
                .path("id")
                .asText();
        running.clock().pass(Duration.ofHours(1));
        RunningGateway.Answer refused =
                running.manage("PATCH", "demo/mcp/" + id, "{\"expires_at\": \"2026-11-23T00:00:00Z\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asText()).contains("has expired", "Duplicate it");
        assertThat(running.manage("GET", "demo/mcp/" + id, null)
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("expired");
    }

    @Test
    void refusesAServerItDoesNotUnderstandAndNamesTheFault() throws IOException {
        Map<String, String> faults = Map.ofEntries(
                Map.entry("{\"name\": \"\"}", "A name is required"),
                Map.entry("{}", "A name is required"),
                Map.entry("{\"name\": 5}", "name must be text"),
                Map.entry("{\"name\": \"A\", \"config\": []}", "config must be an object"),
                Map.entry("{\"name\": \"A\", \"config\": {\"methods\": [\"reed\"]}}", "“reed”. Did you mean read?"),
                Map.entry("{\"name\": \"A\", \"config\": {\"methods\": [\"uncreate\"]}}", "no method “uncreate”"),
                Map.entry("{\"name\": \"A\", \"config\": {\"methods\": \"read\"}}", "must be a list"),
                Map.entry("{\"name\": \"A\", \"config\": {\"methods\": {\"read\": true}}}", "must be a list"),
                Map.entry("{\"name\": \"A\", \"config\": {\"methods\": [null]}}", "not understood: null"),
                Map.entry("{\"name\": \"A\", \"config\": {\"tags\": [\"metdata\"]}}", "Did you mean metadata?"),
                Map.entry("{\"name\": \"A\", \"config\": {\"tags\": [\"a\\nb\"]}}", "not understood"),
                Map.entry("{\"name\": \"A\", \"config\": {\"pinned_objects\": [\"Acc ount\"]}}", "API name"),
                Map.entry("{\"name\": \"A\", \"config\": {\"require_api_token_auth\": \"yes\"}}", "true or false"),
                Map.entry("{\"name\": \"A\", \"expires_at\": \"tomorrow\"}", "ISO 8601"),
                Map.entry("{\"name\": \"A\", \"expires_at\": 1}", "ISO 8601"),
                Map.entry("{\"name\": \"A\", \"expires_at\": \"2026-11-22T12:00:00Z\"}", "has passed already"),
                Map.entry("{\"name\": \"A\\u0000\"}", "on one line"),
                Map.entry("{\"name\": \"" + "x".repeat(101) + "\"}", "1 to 100 characters"),
                Map.entry("{\"name\": \"A\", \"unknown\": null}", "unknown is not known"),
                Map.entry("[]", "must be a JSON object"));
        for (Map.Entry<String, String> fault : faults.entrySet()) {
            RunningGateway.Answer answer = running.make(fault.getKey());
            assertThat(answer.status()).as(fault.getKey()).isEqualTo(422);
            assertThat(answer.header("content-type")).startsWith("application/problem+json");
            assertThat(answer.json().path("detail").asText()).contains(fault.getValue());
        }
        assertThat(running.make("{\"name\": ").status()).isEqualTo(400);
        assertThat(running.make("").status()).isEqualTo(422);
        assertThat(running.make("[".repeat(2_000)).json().path("detail").asText())
                .startsWith("The body is not JSON");
        RunningGateway.Answer tooLong = running.make("\"" + "x".repeat(70_000) + "\"");
        assertThat(tooLong.status()).isEqualTo(413);
        assertThat(tooLong.header("content-type")).startsWith("application/problem+json");
        assertThat(running.register().list("demo")).isEmpty();
    }

    @Test
    void namesInAnyScriptAreKept() throws IOException {
        String name = "販売 🚀 مبيعات";
        JsonNode made = running.make("{\"name\": \"" + name + "\"}").json();
        assertThat(running.manage("GET", "demo/mcp/" + made.path("id").asText(), null)
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo(name);
    }

    @Test
    void saysWhichMethodsAPathUnderstands() throws IOException {
        RunningGateway.Answer put = running.manage("PUT", "demo/mcp", "{}");
        assertThat(put.status()).isEqualTo(405);
        assertThat(put.header("allow")).isEqualTo("GET, HEAD, POST");
        String id = running.make("{\"name\": \"A\"}").json().path("id").asText();
        RunningGateway.Answer post = running.manage("POST", "demo/mcp/" + id, "{}");
        assertThat(post.status()).isEqualTo(405);
        assertThat(post.header("allow")).isEqualTo("GET, HEAD, PATCH, DELETE");
        assertThat(running.manage("GET", "demo/mcp/" + id + "/more", null).status())
                .isEqualTo(404);
        assertThat(running.manage("GET", "nobody/mcp", null).status()).isEqualTo(404);
    }

    @Test
    void headIsGetWithoutABody() throws IOException {
        String one = "demo/mcp/"
                + running.make("{\"name\": \"A\"}").json().path("id").asText();
        for (String path : List.of("demo/mcp", one, one + "/tokens")) {
            RunningGateway.Answer get = running.manage("GET", path, null);
            RunningGateway.Answer head = running.manage("HEAD", path, null);
            assertThat(head.status()).as(path).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.header("content-type")).isEqualTo(get.header("content-type"));
            assertThat(head.header("content-length")).isEqualTo(get.header("content-length"));
        }
        assertThat(running.manage("HEAD", "nobody/mcp", null).status()).isEqualTo(404);
    }

    @Test
    void aTimeIsTakenAndShownAsRfc3339HasIt() throws IOException {
        Map<String, String> shown = Map.of(
                "2026-12-31T18:00Z", "2026-12-31T18:00:00Z",
                "2026-12-31T18:00+01:00", "2026-12-31T17:00:00Z",
                "9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z");
        for (Map.Entry<String, String> each : shown.entrySet()) {
            JsonNode made = running.make("{\"name\": \"A\", \"expires_at\": \"" + each.getKey() + "\"}")
                    .json();
            assertThat(made.path("expires_at").asText()).isEqualTo(each.getValue());
        }
        for (String beyond :
                List.of("+999999999-12-31T23:59:59Z", "+10000-01-01T00:00:00Z", "9999-12-31T23:59:59-01:00")) {
            RunningGateway.Answer refused = running.make("{\"name\": \"A\", \"expires_at\": \"" + beyond + "\"}");
            assertThat(refused.status()).as(beyond).isEqualTo(422);
            assertThat(refused.json().path("detail").asText()).contains("four digits", "9999-12-31T23:59:59Z");
            assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("#/expires_at");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void aBodyIsUtf8(String charset) throws IOException {
        String body = "{\"name\": \"A\"}";
        RunningGateway.Answer refused = running.sendBytes(
                "POST",
                running.gateway().uri() + "/integrated-account/demo/mcp",
                body.getBytes(Charset.forName(charset)),
                TOKEN);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("type").asText()).isEqualTo("urn:orgbench:problem:malformed-json");
        assertThat(refused.json().path("detail").asText()).contains("not JSON in UTF-8");
        assertThat(running.register().list("demo")).isEmpty();
    }

    @Test
    void wantsTheManagementToken() throws IOException {
        URI path = running.gateway().uri().resolve("/integrated-account/demo/mcp");
        RunningGateway.Answer wrong =
                running.post(path.toString(), "{\"name\": \"A\"}", Map.of("Authorization", "Bearer wrong"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("www-authenticate")).isEqualTo("Bearer realm=\"Orgbench\", error=\"invalid_token\"");
        RunningGateway.Answer none = running.post(path.toString(), "{\"name\": \"A\"}", Map.of());
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.header("www-authenticate")).isEqualTo("Bearer realm=\"Orgbench\"");
        assertThat(none.header("content-type")).startsWith("application/problem+json");
    }
}
