package dev.orgbench.mcp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a client finds out what a server speaks, and how it tells. */
@Timeout(30)
class NegotiationTest {
    private static final String TOOLS = "{\"tools\":[{\"name\":\"a\"}]}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // What servers of the legacy era answer to a message that they cannot know.
                "400 | {\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32000,\"message\":\"No valid session\"}}",
                "400 | ",
                "404 | not here",
                "405 | ",
                "500 | {\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":-32603,\"message\":\"boom\"}}",
                "200 | {\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":-32601,\"message\":\"Method not found\"}}",
                "404 | {\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":-32601,\"message\":\"Method not found\"}}",
                "200 | {\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":-32602,\"message\":\"Invalid params\"}}",
                "200 | {\"jsonrpc\":\"2.0\",\"id\":0,\"result\":{}}",
                "202 | ",
                // What servers of both eras answer that speak another modern revision.
                "400 | {\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":-32022,\"message\":\"x\",\"data\":{\"supported\":[\"2027-01-01\",\"2025-11-25\"]}}}",
                "400 | {\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":-32022,\"message\":\"x\"}}",
                "200 | {\"jsonrpc\":\"2.0\",\"id\":0,\"result\":{\"supportedVersions\":[\"2025-11-25\"]}}",
            })
    void whatNoModernServerSaysLeadsToInitialize(int status, String body) throws Exception {
        try (ScriptedServer server = new ScriptedServer(heard -> heard.method().equals("server/discover")
                        ? ScriptedServer.body(status, body == null ? "" : body)
                        : legacy(heard));
                HttpMcpClient client = server.client(Protocol.AUTO, null)) {
            assertThat(client.listTools()).hasSize(1);
            assertThat(server.methods())
                    .containsExactly("server/discover", "initialize", "notifications/initialized", "tools/list");
            assertThat(client.negotiation().steps()).hasSize(2).first().satisfies(step -> {
                assertThat(step.sent()).isEqualTo("POST server/discover, 2026-07-28");
                assertThat(step.came()).startsWith("HTTP " + status);
                assertThat(step.conclusion()).endsWith("on with initialize.");
            });
            assertThat(client.negotiation().agreement()).isNotNull().satisfies(agreed -> {
                assertThat(agreed.revision()).isEqualTo("2025-06-18");
                assertThat(agreed.server().name()).isEqualTo("scripted");
            });
            client.listTools();
            assertThat(server.methods()).as("found out once").endsWith("tools/list", "tools/list");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | wants to know who calls",
                "403 | refused the call",
                "429 | too many requests",
                "302 | use the final URL",
            })
    void aRefusalThatHasNothingToDoWithTheEraEndsIt(int status, String words) throws Exception {
        try (ScriptedServer server = new ScriptedServer(heard -> ScriptedServer.status(status));
                HttpMcpClient client = server.client(Protocol.AUTO, null)) {
            assertThatThrownBy(client::listTools)
                    .isInstanceOf(McpException.class)
                    .hasMessageContaining(words);
            assertThat(server.methods()).containsExactly("server/discover");
            assertThat(client.negotiation().agreement()).isNull();
            assertThat(client.negotiation().steps()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-32022 | {\"supported\":[\"2027-01-01\"]} | speaks MCP revision 2027-01-01 alone",
                "-32020 | null                             | refused the first message: No header",
                "-32021 | null                             | refused the first message: No header",
            })
    void aModernServersRefusalIsNoReasonToTryTheOlder(int code, String data, String words) throws Exception {
        try (ScriptedServer server = new ScriptedServer(heard -> heard.error(400, code, "No header", data));
                HttpMcpClient client = server.client(Protocol.AUTO, null)) {
            assertThatThrownBy(client::listTools)
                    .isInstanceOf(McpException.class)
                    .hasMessageContaining(words);
            assertThat(server.methods()).containsExactly("server/discover");
        }
    }

    @Test
    void aServerThatIsSilentToTheFirstMessageIsSpokenToInTheOlderWay() throws Exception {
        try (ScriptedServer server = new ScriptedServer(heard -> heard.method().equals("server/discover")
                        ? ScriptedServer.status(200)
                                .newBuilder()
                                .headersDelay(20, TimeUnit.SECONDS)
                                .build()
                        : legacy(heard));
                HttpMcpClient client = server.client(Protocol.AUTO, null)) {
            assertThat(client.listTools()).hasSize(1);
            assertThat(client.negotiation().steps().getFirst().conclusion()).contains("may be silent");
        }
    }

    @Test
    void pinnedToTheModernEraItNeverInitializes() throws Exception {
        try (ScriptedServer server = new ScriptedServer(NegotiationTest::legacy);
                HttpMcpClient client = server.client(Protocol.MODERN, null)) {
            assertThatThrownBy(client::listTools)
                    .isInstanceOf(McpException.class)
                    .hasMessageContaining("does not offer MCP revision 2026-07-28");
            assertThat(server.methods()).containsExactly("server/discover");
        }
    }

    @Test
    void aServerThatBecameAnOlderOneIsFoundOutAnew() throws Exception {
        List<String> era = new CopyOnWriteArrayList<>(List.of("modern"));
        try (ScriptedServer server = new ScriptedServer(heard -> era.contains("modern")
                        ? heard.result(heard.method().equals("server/discover") ? ScriptedServer.DISCOVERED : TOOLS)
                        : legacy(heard));
                HttpMcpClient client = server.client(Protocol.AUTO, null)) {
            client.listTools();
            era.clear();
            assertThat(client.listTools()).hasSize(1);
            assertThat(server.methods())
                    .containsExactly(
                            "server/discover",
                            "tools/list",
                            "tools/list",
                            "server/discover",
                            "initialize",
                            "notifications/initialized",
                            "tools/list");
        }
    }

    @Test
    void aServerOfTheOldestRevisionIsReachedByItsStream() throws Exception {
        String stream = "event: endpoint\ndata: /messages?session=1\n\n";
        try (ScriptedServer server =
                        new ScriptedServer(heard -> heard.http().getMethod().equals("GET")
                                ? ScriptedServer.status(200)
                                        .newBuilder()
                                        .addHeader("Content-Type", "text/event-stream")
                                        .body(stream
                                                + "data: {\"jsonrpc\":\"2.0\",\"id\":0,\"result\":"
                                                + ScriptedServer.INITIALIZED.replace("2025-06-18", "2024-11-05")
                                                + "}\n\n" + ": ping\n\n".repeat(100))
                                        .throttleBody(stream.length(), 100, TimeUnit.MILLISECONDS)
                                        .build()
                                : ScriptedServer.status(heard.http().getTarget().startsWith("/messages") ? 202 : 404));
                HttpMcpClient client = server.client(Protocol.AUTO, null)) {
            assertThatThrownBy(client::listTools)
                    .as("the script knows no tools")
                    .isInstanceOf(McpException.class);
            assertThat(client.negotiation().agreement()).isNotNull().satisfies(agreed -> {
                assertThat(agreed.revision()).isEqualTo("2024-11-05");
                assertThat(agreed.transport()).isEqualTo(Negotiation.Transport.HTTP_SSE);
            });
            assertThat(client.negotiation().steps()).hasSize(3);
        }
    }

    @Test
    void aStreamThatNamesAnotherServerToPostToGetsNothing() throws Exception {
        try (ScriptedServer server =
                        new ScriptedServer(heard -> heard.http().getMethod().equals("GET")
                                ? ScriptedServer.status(200)
                                        .newBuilder()
                                        .addHeader("Content-Type", "text/event-stream")
                                        .body("event: endpoint\ndata: http://127.0.0.1:1/steal\n\n")
                                        .build()
                                : ScriptedServer.status(404));
                HttpMcpClient client = server.client(Protocol.AUTO, null)) {
            assertThatThrownBy(client::listTools)
                    .isInstanceOf(McpException.class)
                    .hasMessageStartingWith("No MCP server lives at this URL")
                    .hasMessageNotContaining("9f3c");
        }
    }

    private static MockResponse legacy(ScriptedServer.Heard heard) {
        return switch (heard.method()) {
            case "initialize" -> heard.result(ScriptedServer.INITIALIZED);
            case "notifications/initialized" -> ScriptedServer.status(202);
            case "tools/list" ->
                "2025-06-18".equals(heard.header("MCP-Protocol-Version"))
                        ? heard.result(TOOLS)
                        : ScriptedServer.status(400);
            default -> ScriptedServer.status(400);
        };
    }
}
