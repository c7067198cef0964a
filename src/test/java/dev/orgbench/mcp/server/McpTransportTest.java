package dev.orgbench.mcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between HTTP and a method: headers, bodies, messages, eras; and what is refused there. */
@Timeout(20)
class McpTransportTest {
    /** The message had none that could be answered under, so the answer has none either. */
    private static final String NO_ID = "none";

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
    @ValueSource(strings = {"null", "true", "{}", "[1]"})
    void anIdThatIsNeitherTextNorNumberIsInvalid(String id) throws Exception {
        assertRefused(400, -32600, NO_ID, "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "nope",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"} {}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1e99999999999,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":NaN,\"method\":\"ping\"}"
            })
    void whatIsNotJsonIsAParseError(String body) throws Exception {
        assertRefused(400, -32700, NO_ID, body);
        assertThat(server.ended()).isEmpty();
    }

    @Test
    void hostileJsonIsAParseErrorToo() throws Exception {
        assertRefused(400, -32700, NO_ID, "[".repeat(100_000));
        assertRefused(400, -32700, NO_ID, "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000));
        assertRefused(400, -32700, NO_ID, "{\"jsonrpc\":\"2.0\",\"id\":" + "9".repeat(5_000) + ",\"method\":\"ping\"}");
        for (byte[] bytes : new byte[][] {
            {(byte) 0xff, (byte) 0xfe, '{', 0, '}', 0},
            {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'},
            {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'},
        }) {
            HttpResponse<String> answer = client.send(client.builder().POST(BodyPublishers.ofByteArray(bytes)));
            assertThat(RawClient.error(400, answer).path("code").asInt()).isEqualTo(-32700);
        }
    }

    @Test
    void extremeNumbersAndUnpairedSurrogatesAreCarriedThrough() throws Exception {
        JsonNode result = client.result(RawClient.request(
                "tools/call", "{\"name\":\"echo\",\"arguments\":{\"n\":1e999999999,\"s\":\"\\ud800\"}}"));
        assertThat(result.path("isError").asBoolean()).isFalse();
        String name = "\\ud800" + "x".repeat(100_000);
        JsonNode error =
                RawClient.error(200, client.post(RawClient.request("tools/call", "{\"name\":\"" + name + "\"}")));
        assertThat(error.path("message").asText()).startsWith("Unknown tool: ").hasSizeLessThan(500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                                          | none",
                "\"ping\"                                                    | none",
                "{}                                                          | none",
                "{\"id\":1,\"method\":\"ping\"}                              | 1",
                "{\"jsonrpc\":\"1.0\",\"id\":\"a\",\"method\":\"ping\"}      | \"a\"",
                "{\"jsonrpc\":\"2.0\",\"id\":1}                              | 1",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":5}                 | 1",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]} | 1",
                "{\"jsonrpc\":\"2.0\",\"method\":\"tools/list\"}             | none"
            })
    void whatIsNoMessageIsAnInvalidRequest(String body, String id) throws Exception {
        assertRefused(400, -32600, id, body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PUT", "OPTIONS"})
    void withoutASessionOnlyPostIsAllowed(String method) throws Exception {
        HttpResponse<String> answer = client.send(client.builder().method(method, BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).get().asString().contains("POST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Type | application/json; charset=utf-8                 | 200",
                "Content-Type | Application/JSON                                | 200",
                "Content-Type | text/plain                                      | 415",
                "Content-Type | application/x-www-form-urlencoded               | 415",
                "Accept       | application/json, text/event-stream             | 200",
                "Accept       | */*                                             | 200",
                "Accept       | text/html;q=0.9, application/*;q=0.1            | 200",
                "Accept       | text/event-stream                               | 406",
                "Accept       | text/html                                       | 406",
                "Accept       | application/json;q=0, text/event-stream         | 406",
                "Accept       | application/json; Q=0.000, */*                  | 406",
                "Accept       | application/*;q=0, */*;q=0.5                    | 406",
                "Accept       | application/json;q=0.001, */*;q=0               | 200",
                "Accept       | text/event-stream;q=0, application/json         | 200",
                "Content-Type | application/json;x=1, text/plain                | 415",
                "Content-Type | application/json;x=\"a,b\"                      | 200",
                "MCP-Protocol-Version | 2025-06-18                              | 200",
                "MCP-Protocol-Version | 2024-11-05                              | 400",
                "MCP-Protocol-Version | banana                                  | 400"
            })
    void headersAreHeldToWhereItHelps(String name, String value, int status) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.url())
                .header(name, value)
                .POST(BodyPublishers.ofString(RawClient.request("ping", "{}")));
        HttpResponse<String> answer = client.send(request);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Type, application/json, text/plain, 415",
        "Mcp-Session-Id, one, two, 404",
        "MCP-Protocol-Version, 2025-06-18, 2025-11-25, 400",
        "Accept, text/event-stream, application/json, 200"
    })
    void aHeaderThatIsSentTwiceIsHeldToAllOfIt(String name, String one, String other, int status) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.url())
                .header(name, one)
                .header(name, other)
                .POST(BodyPublishers.ofString(RawClient.request("ping", "{}")));
        assertThat(client.send(request).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"MCP-Protocol-Version, 2025-06-18", "Mcp-Method, tools/list", "Mcp-Name, other"})
    void aHeaderThatIsSentTwiceRepeatsNoBody(String name, String other) throws Exception {
        String params = "{\"name\":\"echo\",\"arguments\":{}}";
        HttpRequest.Builder request = client.modernBuilder("tools/call", params)
                .header(name, other)
                .POST(BodyPublishers.ofString(RawClient.modernBody("tools/call", params)));
        assertThat(RawClient.error(400, client.send(request)).path("code").asInt())
                .isEqualTo(-32020);
    }

    @Test
    void aBodyOverFourMegabytesIsRefused() throws Exception {
        String fill = "x".repeat(McpEndpoint.BODY_LIMIT);
        HttpResponse<String> answer = client.post(RawClient.request("ping", "{\"fill\":\"" + fill + "\"}"));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("4194304 bytes");
    }

    private void assertRefused(int status, int code, String id, String body) throws Exception {
        HttpResponse<String> answer = client.post(body);
        assertThat(RawClient.error(status, answer).path("code").asInt())
                .as(answer.body())
                .isEqualTo(code);
        assertThat(JSON.readTree(answer.body()).path("id"))
                .isEqualTo(id.equals(NO_ID) ? MissingNode.getInstance() : JSON.readTree(id));
        assertThat(answer.body())
                .doesNotContain("fasterxml", "Jackson", "Feature", "Constraints", "Exception", "\tat ");
    }
}
