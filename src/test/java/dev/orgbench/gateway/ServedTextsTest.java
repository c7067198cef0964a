package dev.orgbench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orgbench.ServedDemoOrg;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server's prompts and resources over MCP, for the demo org. */
class ServedTextsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @RegisterExtension
    private static final ServedDemoOrg org = ServedDemoOrg.start();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void promptsAreListedAndFilledIn() throws Exception {
        JsonNode prompts = result("prompts/list", "{}").path("prompts");
        assertThat(prompts).hasSizeGreaterThanOrEqualTo(6).allSatisfy(prompt -> {
            assertThat(prompt.path("title").asText()).isNotBlank();
            assertThat(prompt.path("description").asText()).isNotBlank();
        });
        JsonNode describe = promptWithArgument(prompts, "object_name");
        JsonNode filled = result(
                "prompts/get", "{\"name\":" + describe.path("name") + ",\"arguments\":" + arguments(describe) + "}");
        assertThat(filled.at("/messages/0/role").asText()).isEqualTo("user");
        assertThat(filled.at("/messages/0/content/text").asText()).contains("Opportunity");
    }

    @Test
    void anArgumentIsCompletedFromTheOrgsObjects() throws Exception {
        JsonNode prompts = result("prompts/list", "{}").path("prompts");
        JsonNode completion = result(
                        "completion/complete",
                        "{\"ref\":{\"type\":\"ref/prompt\",\"name\":"
                                + promptWithArgument(prompts, "object_name").path("name")
                                + "},\"argument\":{\"name\":\"object_name\",\"value\":\"oppo\"}}")
                .path("completion");
        assertThat(completion.at("/values/0").asText()).isEqualTo("Opportunity");
    }

    @Test
    void eachObjectsDescribeIsAResource() throws Exception {
        JsonNode first = result("resources/list", "{}");
        assertThat(first.path("resources").findValuesAsText("uri")).anyMatch(uri -> uri.endsWith("/sobject/Account"));
        assertThat(result("resources/templates/list", "{}")
                        .at("/resourceTemplates/0/uriTemplate")
                        .asText())
                .isEqualTo("salesforce://{org}/sobject/{name}");
        String uri = first.path("resources").findValuesAsText("uri").stream()
                .filter(each -> each.endsWith("/sobject/Account"))
                .findFirst()
                .orElseThrow();
        JsonNode content = result("resources/read", "{\"uri\":\"" + uri + "\"}").at("/contents/0");
        assertThat(content.path("mimeType").asText()).isEqualTo("application/json");
        assertThat(JSON.readTree(content.path("text").asText()).path("name").asText())
                .isEqualTo("Account");
    }

    @Test
    void whatIsNotThereIsRefusedInWords() throws Exception {
        assertThat(error("resources/read", "{\"uri\":\"salesforce://demo/sobject/Acount\"}"))
                .contains("-32002")
                .contains("Account");
        assertThat(error("prompts/get", "{\"name\":\"no_such\"}"))
                .contains("-32602")
                .contains("no_such");
        assertThat(error("resources/list", "{\"cursor\":\"x\"}")).contains("-32602");
    }

    @Test
    @Timeout(20)
    void aPromptOfOnesOwnIsToldAndListedAtOnce() throws Exception {
        HttpRequest listen = post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"subscriptions/listen\",\"params\":"
                        + "{\"notifications\":{\"promptsListChanged\":true},\"_meta\":"
                        + "{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                        + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "subscriptions/listen")
                .build();
        try (Stream<String> lines = http.send(listen, BodyHandlers.ofLines()).body()) {
            Iterator<String> stream =
                    lines.filter(line -> line.startsWith("data:")).iterator();
            assertThat(stream.next()).contains("notifications/subscriptions/acknowledged");
            Path own = Files.createDirectories(org.orgbench().data().resolve("definitions/prompts"));
            Files.writeString(own.resolve("mine.yaml"), """
                    name: mine
                    title: Mine
                    description: Counts what there is
                    tools: [list_all_salesforce_objects]
                    text:
                      - How many objects are there?
                    """);
            assertThat(stream.next()).contains("notifications/prompts/list_changed");
        }
        assertThat(org.orgbench()
                        .offer()
                        .prompts()
                        .problems(org.orgbench().org().connection()))
                .isEmpty();
        assertThat(result("prompts/list", "{}").path("prompts").findValuesAsText("name"))
                .contains("mine");
    }

    private static JsonNode promptWithArgument(JsonNode prompts, String argument) {
        for (JsonNode prompt : prompts) {
            for (JsonNode each : prompt.path("arguments")) {
                if (each.path("name").asText().equals(argument)) {
                    return prompt;
                }
            }
        }
        throw new AssertionError("no prompt has " + argument);
    }

    private static JsonNode arguments(JsonNode prompt) {
        var given = JSON.createObjectNode();
        for (JsonNode each : prompt.path("arguments")) {
            if (each.path("required").asBoolean()) {
                given.put(each.path("name").asText(), "Opportunity");
            }
        }
        return given;
    }

    private JsonNode result(String method, String params) throws IOException, InterruptedException {
        JsonNode answer = send(method, params);
        assertThat(answer.has("result")).as(answer.toString()).isTrue();
        return answer.path("result");
    }

    private String error(String method, String params) throws IOException, InterruptedException {
        return send(method, params).path("error").toString();
    }

    private JsonNode send(String method, String params) throws IOException, InterruptedException {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}";
        return JSON.readTree(
                http.send(post(body).build(), BodyHandlers.ofString()).body());
    }

    private static HttpRequest.Builder post(String body) {
        return HttpRequest.newBuilder(org.orgbench().mcpUrl())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofString(body));
    }
}
