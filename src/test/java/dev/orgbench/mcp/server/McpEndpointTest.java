package dev.orgbench.mcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orgbench.mcp.Era;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The methods of the protocol, over HTTP. */
@Timeout(20)
class McpEndpointTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FixtureServer server;
    private RawClient client;

    @BeforeEach
    void startServer() throws IOException {
        server = FixtureServer.start();
        client = new RawClient(server.url());
    }

    @AfterEach
    void stopServer() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-25, 2025-11-25",
        "2025-06-18, 2025-06-18",
        "2025-03-26, 2025-03-26",
        "2024-11-05, 2025-11-25",
        "2026-07-28, 2025-11-25",
        "nonsense, 2025-11-25"
    })
    void initializeAgreesOnARevision(String wanted, String answered) throws Exception {
        JsonNode result = client.result("""
            {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"%s","capabilities":{},
             "clientInfo":{"name":"Inspector","version":"2.12.0"}}}\
            """.formatted(wanted));
        assertThat(result).isEqualTo(JSON.readTree("""
            {"protocolVersion":"%s","capabilities":{"tools":{"listChanged":true}},
             "serverInfo":{"name":"orgbench","title":"Orgbench","version":"0.1.0"},
             "instructions":"Ask describe before you query."}\
            """.formatted(answered)));
        assertThat(server.ended().getFirst().message().client()).isEqualTo("Inspector 2.12.0");
        assertThat(server.ended().getFirst().message().era()).isEqualTo(Era.LEGACY);
    }

    @Test
    void initializeWithoutARevisionIsRefused() throws Exception {
        JsonNode error = RawClient.error(
                200, client.post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{}}"));
        assertThat(error.path("code").asInt()).isEqualTo(-32602);
        assertThat(error.path("message").asText()).contains("protocolVersion");
    }

    @Test
    void pingIsAnsweredWithAnEmptyObject() throws Exception {
        assertThat(client.result("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}"))
                .isEqualTo(JSON.createObjectNode());
    }

    @Test
    void aToolIsListedWithAllThatAModelNeeds() throws Exception {
        JsonNode tools = client.result(RawClient.request("tools/list", "{}")).path("tools");
        assertThat(tools.findValuesAsText("name")).containsExactly("echo", "fail", "slow");
        assertThat(tools.get(0)).isEqualTo(JSON.readTree("""
            {"name":"echo","title":"Title of echo","description":"Says it again",
             "inputSchema":{"type":"object","properties":{"text":{"type":"string"}}},
             "outputSchema":{"type":"object","properties":{"echo":{"type":"object"}},"required":["echo"]},
             "annotations":{"title":"Title of echo","readOnlyHint":true,"destructiveHint":false,
              "idempotentHint":true,"openWorldHint":false},
             "_meta":{"orgbench/tags":["records"]}}\
            """));
        assertThat(RawClient.error(200, client.post(RawClient.request("tools/list", "{\"cursor\":\"\"}")))
                        .path("code")
                        .asInt())
                .isEqualTo(-32602);
    }

    @Test
    void aCallIsAnsweredAsTextAndAsStructuredContent() throws Exception {
        HttpResponse<String> answer = client.post(RawClient.request("tools/call", """
            {"name":"echo","arguments":{"amount":1234567890.12345678901234567890,"none":null}}\
            """));
        assertThat(answer.body()).isEqualTo("""
            {"jsonrpc":"2.0","id":7,"result":{"content":[{"type":"text",\
            "text":"{\\"echo\\":{\\"amount\\":1234567890.12345678901234567890,\\"none\\":null}}"}],\
            "structuredContent":{"echo":{"amount":1234567890.12345678901234567890,"none":null}},\
            "isError":false,"_meta":{"took":1}}}\
            """);
        assertThat(answer.headers().firstValue("ratelimit-limit")).hasValue("100");
        assertThat(answer.headers().firstValue("ratelimit-remaining")).hasValue("99");
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("application/json");
        assertThat(server.ended()).hasSize(1).first().satisfies(ended -> {
            assertThat(ended.failure()).isNull();
            assertThat(ended.httpStatus()).isEqualTo(200);
            assertThat(String.valueOf(ended.response())).isEqualTo(answer.body());
        });
    }

    @Test
    void aToolsOwnErrorIsAResult() throws Exception {
        JsonNode result = client.result(RawClient.request("tools/call", "{\"name\":\"fail\"}"));
        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.has("structuredContent")).isFalse();
        assertThat(server.ended())
                .extracting(FixtureServer.Ended::failure)
                .containsExactly("MALFORMED_QUERY: unexpected token");
    }

    @Test
    void anUnknownToolIsAnInvalidParameter() throws Exception {
        JsonNode error = RawClient.error(
                200, client.post(RawClient.request("tools/call", "{\"name\":\"nope\",\"arguments\":{}}")));
        assertThat(error).isEqualTo(JSON.readTree("{\"code\":-32602,\"message\":\"Unknown tool: nope\"}"));
        assertThat(server.ended())
                .extracting(FixtureServer.Ended::failure)
                .containsExactly("-32602 Unknown tool: nope");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":null}",
                "{\"name\":5}",
                "{\"name\":\"echo\",\"arguments\":[]}",
                "{\"name\":\"echo\",\"arguments\":\"x\"}"
            })
    void badCallParametersAreNamed(String params) throws Exception {
        JsonNode error = RawClient.error(200, client.post(RawClient.request("tools/call", params)));
        assertThat(error.path("code").asInt()).isEqualTo(-32602);
        assertThat(error.path("message").asText()).startsWith("params.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"throws", "overflows"})
    void aFaultOfOursShowsNothingOfTheInside(String tool) throws Exception {
        HttpResponse<String> answer = client.post(RawClient.request("tools/call", "{\"name\":\"" + tool + "\"}"));
        JsonNode error = RawClient.error(200, answer);
        assertThat(error.path("code").asInt()).isEqualTo(-32603);
        assertThat(answer.body()).doesNotContain("secret", "Exception", "dev.orgbench");
        assertThat(server.ended()).hasSize(1).first().satisfies(ended -> assertThat(ended.failure())
                .startsWith("-32603"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "resources/list", "prompts/get", "logging/setLevel", "server/discover"})
    void anUnknownMethodIsNotFound_alsoOneOfAFeatureThatIsNotThere(String method) throws Exception {
        assertThat(RawClient.error(200, client.post(RawClient.request(method, "{}")))
                        .path("code")
                        .asInt())
                .isEqualTo(-32601);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "-5", "\"a-b\"", "\"\"", "123456789012345678901234567890", "9007199254740993"})
    void theIdComesBackAsItWasSent(String id) throws Exception {
        assertThat(client.post("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}")
                        .body())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{}}");
    }

    @Test
    void notificationsAndPostedResponsesAreAccepted() throws Exception {
        for (String body : new String[] {
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/unrecordable\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":{}}",
            "{\"jsonrpc\":\"2.0\",\"id\":3,\"error\":{\"code\":1,\"message\":\"x\"}}"
        }) {
            HttpResponse<String> answer = client.post(body);
            assertThat(answer.statusCode()).as(body).isEqualTo(202);
            assertThat(answer.body()).isEmpty();
        }
        assertThat(server.ended()).hasSize(3).allSatisfy(ended -> assertThat(ended.response())
                .isNull());
        assertThat(client.post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/unbeginnable\"}"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(500))
                .satisfies(answer -> assertThat(answer.body()).doesNotContain("secret"));
    }
}
