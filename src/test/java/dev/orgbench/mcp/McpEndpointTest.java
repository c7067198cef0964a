package dev.orgbench.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class McpEndpointTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private FixtureServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = FixtureServer.start();
    }

    @AfterEach
    void stopServer() {
        server.close();
        client.shutdownNow();
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
        JsonNode result = result("""
                {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"%s","capabilities":{},
                 "clientInfo":{"name":"Inspector","version":"2.12.0"}}}""".formatted(wanted));
        assertThat(result).isEqualTo(JSON.readTree("""
                {"protocolVersion":"%s","capabilities":{"tools":{}},
                 "serverInfo":{"name":"orgbench","title":"Orgbench","version":"0.1.0"},
                 "instructions":"Ask describe before you query."}""".formatted(answered)));
        assertThat(server.ended().getFirst().message().client()).isEqualTo("Inspector 2.12.0");
        assertThat(server.ended().getFirst().message().era()).isEqualTo(Era.LEGACY);
    }

    @Test
    void initializeWithoutARevisionIsRefused() throws Exception {
        JsonNode error = error(200, post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{}}"));
        assertThat(error.path("code").asInt()).isEqualTo(-32602);
        assertThat(error.path("message").asText()).contains("protocolVersion");
    }

    @Test
    void pingIsAnsweredWithAnEmptyObject() throws Exception {
        assertThat(result("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}")).isEqualTo(JSON.createObjectNode());
    }

    @Test
    void aToolIsListedWithAllThatAModelNeeds() throws Exception {
        JsonNode tools = result(request("tools/list", "{}")).path("tools");
        assertThat(tools.findValuesAsText("name")).containsExactly("echo", "fail", "slow");
        assertThat(tools.get(0)).isEqualTo(JSON.readTree("""
                {"name":"echo","title":"Title of echo","description":"Says it again",
                 "inputSchema":{"type":"object","properties":{"text":{"type":"string"}}},
                 "outputSchema":{"type":"object","properties":{"echo":{"type":"object"}},"required":["echo"]},
                 "annotations":{"title":"Title of echo","readOnlyHint":true,"destructiveHint":false,
                  "idempotentHint":true,"openWorldHint":false},
                 "_meta":{"orgbench/tags":["records"]}}"""));
        assertThat(error(200, post(request("tools/list", "{\"cursor\":\"\"}"))).path("code").asInt())
                .isEqualTo(-32602);
    }

    @Test
    void aCallIsAnsweredAsTextAndAsStructuredContent() throws Exception {
        HttpResponse<String> answer = post(request("tools/call", """
                {"name":"echo","arguments":{"amount":1234567890.12345678901234567890,"none":null}}"""));
        assertThat(answer.body()).isEqualTo("""
                {"jsonrpc":"2.0","id":7,"result":{"content":[{"type":"text",\
                "text":"{\\"echo\\":{\\"amount\\":1234567890.12345678901234567890,\\"none\\":null}}"}],\
                "structuredContent":{"echo":{"amount":1234567890.12345678901234567890,"none":null}},\
                "isError":false,"_meta":{"took":1}}}""");
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
        JsonNode result = result(request("tools/call", "{\"name\":\"fail\"}"));
        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.has("structuredContent")).isFalse();
        assertThat(server.ended()).extracting(FixtureServer.Ended::failure).containsExactly("MALFORMED_QUERY: unexpected token");
    }

    @Test
    void anUnknownToolIsAnInvalidParameter() throws Exception {
        JsonNode error = error(200, post(request("tools/call", "{\"name\":\"nope\",\"arguments\":{}}")));
        assertThat(error).isEqualTo(JSON.readTree("{\"code\":-32602,\"message\":\"Unknown tool: nope\"}"));
        assertThat(server.ended()).extracting(FixtureServer.Ended::failure).containsExactly("-32602 Unknown tool: nope");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":null}", "{\"name\":5}", "{\"name\":\"echo\",\"arguments\":[]}", "{\"name\":\"echo\",\"arguments\":\"x\"}"})
    void badCallParametersAreNamed(String params) throws Exception {
        JsonNode error = error(200, post(request("tools/call", params)));
        assertThat(error.path("code").asInt()).isEqualTo(-32602);
        assertThat(error.path("message").asText()).startsWith("params.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"throws", "overflows"})
    void aFaultOfOursShowsNothingOfTheInside(String tool) throws Exception {
        HttpResponse<String> answer = post(request("tools/call", "{\"name\":\"" + tool + "\"}"));
        JsonNode error = error(200, answer);
        assertThat(error.path("code").asInt()).isEqualTo(-32603);
        assertThat(answer.body()).doesNotContain("secret", "Exception", "dev.orgbench");
        assertThat(server.ended()).hasSize(1).first().satisfies(ended -> assertThat(ended.failure())
                .startsWith("-32603"));
    }

    @Test
    void anUnknownMethodIsNotFound() throws Exception {
        assertThat(error(200, post(request("resources/list", "{}"))).path("code").asInt()).isEqualTo(-32601);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "-5", "\"a-b\"", "\"\"", "123456789012345678901234567890", "9007199254740993"})
    void theIdComesBackAsItWasSent(String id) throws Exception {
        assertThat(post("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}").body())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "{}", "[1]"})
    void anIdThatIsNeitherTextNorNumberIsInvalid(String id) throws Exception {
        assertRefused(400, -32600, "null", "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "{", "nope", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"} {}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1e99999999999,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":NaN,\"method\":\"ping\"}"
    })
    void whatIsNotJsonIsAParseError(String body) throws Exception {
        assertRefused(400, -32700, "null", body);
        assertThat(server.ended()).isEmpty();
    }

    @Test
    void hostileJsonIsAParseErrorToo() throws Exception {
        assertRefused(400, -32700, "null", "[".repeat(100_000));
        assertRefused(400, -32700, "null", "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000));
        assertRefused(400, -32700, "null", "{\"jsonrpc\":\"2.0\",\"id\":" + "9".repeat(5_000) + ",\"method\":\"ping\"}");
        for (byte[] bytes : new byte[][] {
            {(byte) 0xff, (byte) 0xfe, '{', 0, '}', 0},
            {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'},
            {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'},
        }) {
            HttpResponse<String> answer = send(builder().POST(BodyPublishers.ofByteArray(bytes)));
            assertThat(error(400, answer).path("code").asInt()).isEqualTo(-32700);
        }
    }

    @Test
    void extremeNumbersAndUnpairedSurrogatesAreCarriedThrough() throws Exception {
        JsonNode result = result(request(
                "tools/call", "{\"name\":\"echo\",\"arguments\":{\"n\":1e999999999,\"s\":\"\\ud800\"}}"));
        assertThat(result.path("isError").asBoolean()).isFalse();
        String name = "\\ud800" + "x".repeat(100_000);
        JsonNode error = error(200, post(request("tools/call", "{\"name\":\"" + name + "\"}")));
        assertThat(error.path("message").asText()).startsWith("Unknown tool: ").hasSizeLessThan(500);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "[]                                                          | null",
        "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]        | null",
        "\"ping\"                                                    | null",
        "{}                                                          | null",
        "{\"id\":1,\"method\":\"ping\"}                              | 1",
        "{\"jsonrpc\":\"1.0\",\"id\":\"a\",\"method\":\"ping\"}      | \"a\"",
        "{\"jsonrpc\":\"2.0\",\"id\":1}                              | 1",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":5}                 | 1",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]} | 1",
        "{\"jsonrpc\":\"2.0\",\"method\":\"tools/list\"}             | null"
    })
    void whatIsNoMessageIsAnInvalidRequest(String body, String id) throws Exception {
        assertRefused(400, -32600, id, body);
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
            HttpResponse<String> answer = post(body);
            assertThat(answer.statusCode()).as(body).isEqualTo(202);
            assertThat(answer.body()).isEmpty();
        }
        assertThat(server.ended()).hasSize(3).allSatisfy(ended -> assertThat(ended.response()).isNull());
        assertThat(post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/unbeginnable\"}"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(500))
                .satisfies(answer -> assertThat(answer.body()).doesNotContain("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PUT", "OPTIONS"})
    void onlyPostIsAllowed(String method) throws Exception {
        HttpResponse<String> answer = send(builder().method(method, BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Content-Type | application/json; charset=utf-8                 | 200",
        "Content-Type | Application/JSON                                | 200",
        "Content-Type | text/plain                                      | 415",
        "Content-Type | application/x-www-form-urlencoded               | 415",
        "Accept       | application/json, text/event-stream             | 200",
        "Accept       | */*                                             | 200",
        "Accept       | text/html;q=0.9, application/*;q=0.1            | 200",
        "Accept       | text/event-stream                               | 406",
        "Accept       | text/html                                       | 406",
        "MCP-Protocol-Version | 2025-06-18                              | 200",
        "MCP-Protocol-Version | 2024-11-05                              | 400",
        "MCP-Protocol-Version | banana                                  | 400"
    })
    void headersAreHeldToWhereItHelps(String name, String value, int status) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.url())
                .header(name, value)
                .POST(BodyPublishers.ofString(request("ping", "{}")));
        HttpResponse<String> answer = send(request);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isNotBlank();
    }

    @Test
    void aBodyOverFourMegabytesIsRefused() throws Exception {
        String fill = "x".repeat(McpEndpoint.BODY_LIMIT);
        HttpResponse<String> answer = post(request("ping", "{\"fill\":\"" + fill + "\"}"));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("4194304 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server/discover", "tools/list", "initialize"})
    void aModernClientIsToldWhichRevisionsItMayFallBackTo(String method) throws Exception {
        HttpResponse<String> answer = send(builder()
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", method)
                .POST(BodyPublishers.ofString(request(method, """
                        {"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",
                         "io.modelcontextprotocol/clientCapabilities":{},
                         "io.modelcontextprotocol/clientInfo":{"name":"New","version":"1"}}}"""))));
        JsonNode error = error(400, answer);
        assertThat(error.path("code").asInt()).isEqualTo(-32022);
        assertThat(error.path("data")).isEqualTo(JSON.readTree("""
                {"supported":["2025-11-25","2025-06-18","2025-03-26"],"requested":"2026-07-28"}"""));
        assertThat(server.ended()).hasSize(1).first().satisfies(ended -> {
            assertThat(ended.message().era()).isEqualTo(Era.MODERN);
            assertThat(ended.message().client()).isEqualTo("New 1");
            assertThat(ended.failure()).startsWith("-32022 Unsupported protocol version");
        });
    }

    @Test
    void discoverWithoutAClaimIsToldTheSame() throws Exception {
        assertThat(error(400, post(request("server/discover", "{}"))).path("code").asInt()).isEqualTo(-32022);
    }

    private HttpRequest.Builder builder() {
        return HttpRequest.newBuilder(server.url())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(builder().POST(BodyPublishers.ofString(body)));
    }

    private static String request(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    private JsonNode result(String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode json = JSON.readTree(answer.body());
        assertThat(json.fieldNames()).toIterable().containsExactly("jsonrpc", "id", "result");
        return json.path("result");
    }

    private static JsonNode error(int status, HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode json = JSON.readTree(answer.body());
        assertThat(json.fieldNames()).toIterable().containsExactly("jsonrpc", "id", "error");
        return json.path("error");
    }

    private void assertRefused(int status, int code, String id, String body) throws Exception {
        HttpResponse<String> answer = post(body);
        assertThat(error(status, answer).path("code").asInt()).as(answer.body()).isEqualTo(code);
        assertThat(JSON.readTree(answer.body()).path("id")).isEqualTo(JSON.readTree(id));
        assertThat(answer.body()).doesNotContain("fasterxml", "Jackson", "Feature", "Constraints", "Exception", "\tat ");
    }
}
