package dev.orgbench.mcp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire to a server of the modern era, and what is made of its answers. */
@Timeout(30)
class ModernServersTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String META = "io.modelcontextprotocol~1";
    private static final String DONE =
            "{\"resultType\":\"complete\",\"content\":[{\"type\":\"text\",\"text\":\"ok\"}]}";
    private static final String ASKS = """
        {"resultType":"input_required","requestState":"sealed \\u00e9","inputRequests":{"sure":{"method":\
        "elicitation/create","params":{"message":"Sure?","requestedSchema":{"type":"object"}}}}}\
        """;

    private @Nullable ScriptedServer server;
    private @Nullable HttpMcpClient client;

    @AfterEach
    void stop() {
        if (client != null) {
            client.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void everyMessageCarriesItsEnvelopeAndItsHeaders() throws Exception {
        connect(heard -> heard.result(DONE), question -> new Elicitation.Answer.Decline())
                .callTool("do it", arguments("{}"));
        ScriptedServer.Heard discover = heard().getFirst();
        assertThat(discover.header("Mcp-Method")).isEqualTo("server/discover");
        assertThat(discover.header("Mcp-Name")).isNull();
        ScriptedServer.Heard call = heard().getLast();
        assertThat(call.header("MCP-Protocol-Version")).isEqualTo("2026-07-28");
        assertThat(call.header("Mcp-Method")).isEqualTo("tools/call");
        assertThat(call.header("Mcp-Name")).isEqualTo("do it");
        assertThat(call.header("Mcp-Session-Id")).isNull();
        JsonNode meta = call.json().at("/params/_meta");
        assertThat(meta.at("/" + META + "protocolVersion").asText()).isEqualTo("2026-07-28");
        assertThat(meta.at("/" + META + "clientInfo").toString())
                .isEqualTo("{\"name\":\"Orgbench\",\"version\":\"0.1.0\"}");
        assertThat(meta.at("/" + META + "clientCapabilities").toString()).isEqualTo("{\"elicitation\":{}}");
        assertThat(meta.has("progressToken")).isFalse();
    }

    @Test
    void whereNobodyCanBeAskedNothingIsDeclared() throws Exception {
        connect(heard -> heard.result(DONE), null).callTool("a", arguments("{}"));
        assertThat(heard().getLast()
                        .json()
                        .at("/params/_meta/" + META + "clientCapabilities")
                        .toString())
                .isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain                | plain",
                "Žluťoučký            | =?base64?xb1sdcWlb3XEjWvDvQ==?=",
                "' padded '           | =?base64?IHBhZGRlZCA=?=",
                "=?base64?literal?=   | =?base64?PT9iYXNlNjQ/bGl0ZXJhbD89?=",
            })
    void aNameThatHttpCannotCarryIsEncoded(String name, String header) throws Exception {
        connect(heard -> heard.result(DONE), null).callTool(name, arguments("{}"));
        assertThat(heard().getLast().header("Mcp-Name")).isEqualTo(header);
    }

    @Test
    void aServerThatWantsInputGetsItWithItsOwnStateAndANewId() throws Exception {
        McpAnswer answer = connect(
                        heard -> heard.result(
                                heard.json().at("/params/inputResponses").isObject() ? DONE : ASKS),
                        question -> new Elicitation.Answer.Accept(
                                JSON.createObjectNode().put("said", question.message())))
                .callTool("a", arguments("{\"x\":1}"));
        assertThat(answer.text()).isEqualTo("ok");
        ScriptedServer.Heard first = heard().get(1);
        ScriptedServer.Heard again = heard().get(2);
        assertThat(again.json().path("id")).isNotEqualTo(first.json().path("id"));
        assertThat(again.json().at("/params/arguments")).isEqualTo(JSON.readTree("{\"x\":1}"));
        assertThat(again.json().at("/params/requestState").asText()).isEqualTo("sealed é");
        assertThat(again.json().at("/params/inputResponses"))
                .isEqualTo(JSON.readTree("{\"sure\":{\"action\":\"accept\",\"content\":{\"said\":\"Sure?\"}}}"));
    }

    @Test
    void aServerThatAsksForWhatWasNeverOfferedIsLeft() throws Exception {
        HttpMcpClient asked = connect(heard -> heard.result(ASKS), null);
        assertThatThrownBy(() -> asked.callTool("a", arguments("{}")))
                .isInstanceOf(McpException.class)
                .hasMessageContaining("asks for elicitation/create, which this client never offered");
    }

    @Test
    void aServerThatNeverStopsAskingIsLeft() throws Exception {
        HttpMcpClient asked = connect(heard -> heard.result(ASKS), question -> new Elicitation.Answer.Decline());
        assertThatThrownBy(() -> asked.callTool("a", arguments("{}")))
                .isInstanceOf(McpException.class)
                .hasMessageContaining("asks and asks");
    }

    @Test
    void reportsOfProgressAreHandedOnAndThoseOfOthersAreNot() throws Exception {
        List<Progress> seen = new CopyOnWriteArrayList<>();
        String report = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progressToken\":%s,"
                + "\"progress\":%s,\"total\":4,\"message\":\"m\"}}";
        connect(
                        heard -> {
                            JsonNode token = heard.json().at("/params/_meta/progressToken");
                            return ScriptedServer.stream(
                                    report.formatted(token, "1"),
                                    report.formatted("\"other\"", "2"),
                                    report.formatted("999", "3"),
                                    "[1]",
                                    report.formatted(token, "2.50"),
                                    "{\"jsonrpc\":\"2.0\",\"id\":"
                                            + heard.json().path("id") + ",\"result\":" + DONE + "}");
                        },
                        null)
                .callTool("a", arguments("{}"), seen::add);
        assertThat(seen).extracting(each -> each.done().toPlainString()).containsExactly("1", "2.50");
    }

    @Test
    void argumentsThatAToolWantsInHeadersAreRepeatedThere() throws Exception {
        String tools = """
            {"resultType":"complete","tools":[
            {"name":"good","inputSchema":{"type":"object","properties":{"a":{"type":"string","x-mcp-header":"A"},
             "b":{"type":"object","properties":{"c":{"type":"integer","x-mcp-header":"C"}}},
             "n":{"type":"boolean","x-mcp-header":"N"}}}},
            {"name":"twice","inputSchema":{"type":"object","properties":{"a":{"type":"string","x-mcp-header":"A"},
             "b":{"type":"string","x-mcp-header":"a"}}}},
            {"name":"number","inputSchema":{"type":"object","properties":{"a":{"type":"number","x-mcp-header":"A"}}}},
            {"name":"in list","inputSchema":{"type":"object","properties":{"a":{"type":"array","items":
             {"type":"string","x-mcp-header":"A"}}}}},
            {"name":"no token","inputSchema":{"type":"object","properties":{"a":{"type":"string","x-mcp-header":"A\\r\\nB"}}}}
            ]}""";
        HttpMcpClient client = connect(heard -> heard.result(heard.method().equals("tools/list") ? tools : DONE), null);
        assertThat(client.listTools())
                .as("tools whose marks break the rules are left out")
                .extracting(tool -> tool.path("name").asText())
                .containsExactly("good");
        client.callTool("good", arguments("{\"a\":\"ü\",\"b\":{\"c\":42},\"n\":null}"));
        Map<String, @Nullable String> expected = new HashMap<>();
        expected.put("Mcp-Param-A", "=?base64?w7w=?=");
        expected.put("Mcp-Param-C", "42");
        expected.put("Mcp-Param-N", null);
        expected.forEach((name, value) ->
                assertThat(heard().getLast().header(name)).as(name).isEqualTo(value));
    }

    @Test
    void anErrorOfTheProtocolIsAnAnswerWhateverItsStatus() throws Exception {
        HttpMcpClient client = connect(heard -> heard.error(404, -32601, "Method not found", "null"), null);
        McpAnswer answer = client.callTool("a", arguments("{}"));
        assertThat(answer.isError()).isTrue();
        assertThat(answer.text()).isEqualTo("Method not found");
        assertThat(answer.httpStatus()).isEqualTo(404);
    }

    private HttpMcpClient connect(
            Function<ScriptedServer.Heard, MockResponse> script, @Nullable Elicitation elicitation) throws IOException {
        ScriptedServer started = new ScriptedServer(heard -> heard.method().equals("server/discover")
                ? heard.result(ScriptedServer.DISCOVERED)
                : script.apply(heard));
        server = started;
        HttpMcpClient connected = started.client(Protocol.AUTO, elicitation);
        client = connected;
        return connected;
    }

    private List<ScriptedServer.Heard> heard() {
        return Objects.requireNonNull(server).heard();
    }

    private static ObjectNode arguments(String json) throws IOException {
        return (ObjectNode) JSON.readTree(json);
    }
}
