package dev.orgbench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The management API is as {@code samples/management-api.yaml} says: each answer, each status, each key. */
class OpenApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ALL = "demo/mcp";

    private final OpenApiFile file = new OpenApiFile();
    private final RunningGateway running;

    OpenApiTest(@TempDir Path data) throws IOException {
        running = new RunningGateway(data);
    }

    @AfterEach
    void close() {
        running.close();
    }

    @Test
    void createServer() throws IOException {
        for (JsonNode example : examples("createServer")) {
            assertThat(file.takes("createServer", example)).isTrue();
            file.answered("createServer", 201, running.make(example.toString()));
        }
        refusedAsAll("createServer", "POST", ALL, "{\"name\": \"A\"}");
        refusedBodies("createServer", "POST", ALL);
        // A body that stops coming takes a minute: the server's own tests show that.
        assertThat(file.unseen("createServer")).containsExactly("408");
    }

    @Test
    void listServers() throws IOException {
        file.answered("listServers", 200, running.manage("GET", ALL, null));
        running.make(examples("createServer").getLast().toString());
        running.make("{\"name\": \"B\"}");
        JsonNode page = file.answered("listServers", 200, running.manage("GET", ALL + "?limit=1", null))
                .json();
        String cursor = page.path("next_cursor").asText();
        file.answered("listServers", 200, running.manage("GET", ALL + "?limit=1&cursor=" + cursor, null));
        file.answered("listServers", 422, running.manage("GET", ALL + "?limit=0", null));
        file.answered("listServers", 422, running.manage("GET", ALL + "?limit=201", null));
        file.answered("listServers", 422, running.manage("GET", ALL + "?cursor=x", null));
        refusedAsAll("listServers", "GET", ALL, null);
        assertThat(file.unseen("listServers")).isEmpty();
    }

    @Test
    void getServer() throws IOException {
        String path = path(running.make(examples("createServer").getLast().toString()));
        file.answered("getServer", 200, running.manage("GET", path, null));
        running.call(running.url("{\"name\": \"B\"}"), "none", "{}");
        McpServer called = running.register().list("demo").getLast();
        file.answered("getServer", 200, running.manage("GET", ALL + "/" + called.id(), null));
        running.register().revoke(called.id());
        file.answered("getServer", 200, running.manage("GET", ALL + "/" + called.id(), null));
        file.answered("getServer", 404, running.manage("GET", ALL + "/mcp-00000000", null));
        refusedAsAll("getServer", "GET", path, null);
        assertThat(file.unseen("getServer")).isEmpty();
    }

    @Test
    void changeServer() throws IOException {
        String path = path(running.make("{\"name\": \"A\"}"));
        for (JsonNode example : examples("changeServer")) {
            assertThat(file.takes("changeServer", example)).isTrue();
            file.answered("changeServer", 200, running.manage("PATCH", path, example.toString()));
        }
        String ended = path(running.make("{\"name\": \"B\", \"expires_at\": \"2026-11-22T13:00:00Z\"}"));
        running.clock().pass(Duration.ofHours(1));
        file.answered("changeServer", 409, running.manage("PATCH", ended, "{\"name\": \"C\"}"));
        refusedAsAll("changeServer", "PATCH", path, "{}");
        refusedBodies("changeServer", "PATCH", path(running.make("{\"name\": \"A\"}")));
        assertThat(file.unseen("changeServer")).containsExactly("408");
    }

    @Test
    void deleteServer() throws IOException {
        String path = path(running.make("{\"name\": \"A\"}"));
        file.answered("deleteServer", 204, running.manage("DELETE", path, null));
        file.answered("deleteServer", 404, running.manage("DELETE", path, null));
        refusedAsAll("deleteServer", "DELETE", path(running.make("{\"name\": \"A\"}")), null);
        assertThat(file.unseen("deleteServer")).isEmpty();
    }

    @Test
    void createApiToken() throws IOException {
        String tokens = path(running.make("{\"name\": \"A\"}")) + "/tokens";
        for (JsonNode example : examples("createApiToken")) {
            assertThat(file.takes("createApiToken", example)).isTrue();
            file.answered("createApiToken", 201, running.manage("POST", tokens, example.toString()));
        }
        for (String wrong : List.of("{}", "{\"name\": \"\"}", "{\"name\": 5}", "{\"name\": \"B\", \"more\": 1}")) {
            assertThat(file.takes("createApiToken", JSON.readTree(wrong))).isFalse();
            file.answered("createApiToken", 422, running.manage("POST", tokens, wrong));
        }
        String ended = path(running.make("{\"name\": \"B\", \"expires_at\": \"2026-11-22T13:00:00Z\"}"));
        running.clock().pass(Duration.ofHours(1));
        file.answered("createApiToken", 409, running.manage("POST", ended + "/tokens", "{\"name\": \"C\"}"));
        file.answered("createApiToken", 400, running.manage("POST", tokens, "{"));
        file.answered("createApiToken", 413, running.manage("POST", tokens, "\"" + "x".repeat(70_000) + "\""));
        refusedAsAll("createApiToken", "POST", tokens, "{\"name\": \"A\"}");
        assertThat(file.unseen("createApiToken")).containsExactly("408");
    }

    @Test
    void listApiTokens() throws IOException {
        String tokens = path(running.make("{\"name\": \"A\"}")) + "/tokens";
        file.answered("listApiTokens", 200, running.manage("GET", tokens, null));
        running.manage("POST", tokens, "{\"name\": \"A\"}");
        running.manage("POST", tokens, "{\"name\": \"B\"}");
        file.answered("listApiTokens", 200, running.manage("GET", tokens + "?limit=1", null));
        file.answered("listApiTokens", 422, running.manage("GET", tokens + "?limit=0", null));
        refusedAsAll("listApiTokens", "GET", tokens, null);
        assertThat(file.unseen("listApiTokens")).isEmpty();
    }

    @Test
    void revokeApiToken() throws IOException {
        String tokens = path(running.make("{\"name\": \"A\"}")) + "/tokens";
        String made = running.manage("POST", tokens, "{\"name\": \"A\"}")
                .json()
                .path("id")
                .asText();
        file.answered("revokeApiToken", 204, running.manage("DELETE", tokens + "/" + made, null));
        file.answered("revokeApiToken", 404, running.manage("DELETE", tokens + "/" + made, null));
        refusedAsAll("revokeApiToken", "DELETE", tokens + "/" + made, null);
        assertThat(file.unseen("revokeApiToken")).isEmpty();
    }

    @Test
    void everyDocumentedValueOfAConfigurationIsTaken() throws IOException {
        ObjectNode properties =
                (ObjectNode) file.schema("ConfigChange").path("properties").deepCopy();
        int tried = 0;
        for (String key : (Iterable<String>) properties::fieldNames) {
            for (JsonNode value : values(properties.path(key))) {
                ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", key);
                body.putObject("config").set(key, value);
                assertThat(file.takes("createServer", body)).as(body.toString()).isTrue();
                file.answered("createServer", 201, running.make(body.toString()));
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(25);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"config\": {}}",
                "{\"name\": \"A\", \"more\": 1}",
                "{\"name\": \"A\", \"config\": []}",
                "{\"name\": \"A\", \"config\": {\"methods\": \"read\"}}",
                "{\"name\": \"A\", \"config\": {\"objects\": {\"none\": []}}}",
                "{\"name\": \"A\", \"config\": {\"objects\": {\"read\": [\"a b\"]}}}",
                "{\"name\": \"A\", \"config\": {\"objects\": {\"write\": []}}}",
                "{\"name\": \"A\", \"config\": {\"byte_budget\": 9999}}",
                "{\"name\": \"A\", \"config\": {\"byte_budget\": 10000001}}",
                "{\"name\": \"A\", \"config\": {\"max_concurrent_calls\": 0}}",
                "{\"name\": \"A\", \"config\": {\"max_calls_per_minute\": 1.5}}",
                "{\"name\": \"A\", \"config\": {\"search_and_fetch\": 1}}",
                "{\"name\": \"A\", \"expires_at\": 5}"
            })
    void whatIsDocumentedAsWrongIsRefused(String body) throws IOException {
        assertThat(file.takes("createServer", JSON.readTree(body))).isFalse();
        file.answered("createServer", 422, running.make(body));
    }

    /** What any of the operations may be refused for. The store is closed by the last of them. */
    private void refusedAsAll(String operation, String method, String path, @Nullable String body) throws IOException {
        String url = running.gateway().uri() + "/integrated-account/" + path;
        String token = "Bearer " + RunningGateway.SECRET;
        file.answered(operation, 401, running.send(method, url, body, Map.of()));
        file.answered(operation, 401, running.send(method, url, body, Map.of("Authorization", "Bearer x")));
        file.answered(operation, 403, running.send(method, url, body, Map.of("Host", "evil.example")));
        file.answered(
                operation,
                404,
                running.send(method, url, body, Map.of("X-Forwarded-For", "1.1.1.1", "Authorization", token)));
        file.answered(operation, 404, running.manage(method, path.replace("demo/", "nobody/"), body));
        running.store.run(
                connection -> connection.createStatement().executeUpdate("ALTER TABLE server RENAME TO away"));
        file.answered(operation, 500, running.manage(method, path, body));
        running.store.run(
                connection -> connection.createStatement().executeUpdate("ALTER TABLE away RENAME TO server"));
    }

    private void refusedBodies(String operation, String method, String path) throws IOException {
        file.answered(operation, 400, running.manage(method, path, "{"));
        file.answered(operation, 413, running.manage(method, path, "\"" + "x".repeat(70_000) + "\""));
        file.answered(operation, 422, running.manage(method, path, "[]"));
        file.answered(operation, 422, running.manage(method, path, "{\"config\": {\"tags\": [\"no such\"]}}"));
    }

    private List<JsonNode> examples(String operation) {
        List<JsonNode> examples = new ArrayList<>();
        file.operation(operation)
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("examples")
                .forEach(example -> examples.add(example.path("value")));
        assertThat(examples).hasSizeGreaterThan(2);
        return examples;
    }

    private static List<JsonNode> values(JsonNode schema) {
        List<JsonNode> values = new ArrayList<>();
        values.add(JsonNodeFactory.instance.nullNode());
        schema.path("examples").forEach(values::add);
        if (schema.path("type").toString().contains("boolean")) {
            values.add(JsonNodeFactory.instance.booleanNode(true));
            values.add(JsonNodeFactory.instance.booleanNode(false));
        }
        if (schema.has("minimum")) {
            values.add(schema.path("minimum"));
            values.add(schema.path("maximum"));
        }
        return values;
    }

    private static String path(RunningGateway.Answer made) throws IOException {
        return ALL + "/" + made.json().path("id").asText();
    }
}
