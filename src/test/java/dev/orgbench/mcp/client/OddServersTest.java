package dev.orgbench.mcp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client against servers of the legacy era: sessions, event streams, and all that goes wrong. */
@Timeout(30)
class OddServersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "9f3c0123456789abcdef";

    private final MockWebServer server = new MockWebServer();
    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<MockResponse> script = new LinkedBlockingQueue<>();
    private Function<JsonNode, MockResponse> initialize = message -> result(message, """
        {"protocolVersion":"2025-06-18","capabilities":{},"serverInfo":{"name":"odd","version":"1"}}\
        """);
    private HttpMcpClient client;

    @BeforeEach
    void start() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                JsonNode message = json(request);
                received.add(message);
                return switch (message.path("method").asText()) {
                    case "initialize" -> initialize.apply(message);
                    case "tools/list", "tools/call" -> script.take();
                    default -> new MockResponse.Builder().code(202).build();
                };
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
        client = HttpMcpClient.connect(
                new McpAddress(
                        server.url("/mcp/" + TOKEN).uri(),
                        List.of(new Header("Authorization", "Bearer s3cr3t")),
                        Protocol.LEGACY),
                "Orgbench",
                "0.1.0",
                null,
                Duration.ofSeconds(2));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void everyRequestCarriesTheRevisionTheSessionAndTheHeadersGiven() throws Exception {
        initialize = message -> result(message, """
            {"protocolVersion":"2025-06-18","capabilities":{},"serverInfo":{"name":"odd","version":"1"}}\
            """)
                .newBuilder()
                .addHeader("Mcp-Session-Id", "abc")
                .build();
        script.add(json("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[]}}"));
        assertThat(client.listTools()).isEmpty();
        RecordedRequest first = server.takeRequest();
        assertThat(first.getHeaders().get("MCP-Protocol-Version")).isNull();
        assertThat(first.getHeaders().get("Mcp-Session-Id")).isNull();
        assertThat(first.getHeaders().get("Content-Type")).isEqualTo("application/json");
        for (int n = 0; n < 2; n++) {
            RecordedRequest later = server.takeRequest();
            assertThat(later.getHeaders().get("MCP-Protocol-Version")).isEqualTo("2025-06-18");
            assertThat(later.getHeaders().get("Mcp-Session-Id")).isEqualTo("abc");
            assertThat(later.getHeaders().get("Authorization")).isEqualTo("Bearer s3cr3t");
            assertThat(later.getHeaders().get("Accept")).isEqualTo("application/json, text/event-stream");
        }
        client.close();
        RecordedRequest last = server.takeRequest(5, TimeUnit.SECONDS);
        assertThat(last).isNotNull();
        assertThat(last.getMethod()).isEqualTo("DELETE");
        assertThat(last.getHeaders().get("Mcp-Session-Id")).isEqualTo("abc");
    }

    @ParameterizedTest
    @CsvSource({"404", "400"})
    void aForgottenSessionIsBegunAnew(int status) throws Exception {
        initialize = message -> result(message, """
            {"protocolVersion":"2025-06-18","capabilities":{},"serverInfo":{"name":"odd","version":"1"}}\
            """)
                .newBuilder()
                .addHeader("Mcp-Session-Id", "session" + received.size())
                .build();
        script.add(new MockResponse.Builder()
                .code(status)
                .body("Session not found")
                .build());
        script.add(json("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{\"tools\":[{\"name\":\"a\"}]}}"));
        assertThat(client.listTools()).hasSize(1);
        assertThat(received)
                .extracting(message -> message.path("method").asText())
                .containsExactly(
                        "initialize",
                        "notifications/initialized",
                        "tools/list",
                        "initialize",
                        "notifications/initialized",
                        "tools/list");
    }

    @Test
    void allPagesAreRead() throws Exception {
        script.add(
                json("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[{\"name\":\"a\"}],\"nextCursor\":\"\"}}"));
        script.add(json("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{\"tools\":[{\"name\":\"b\"}]}}"));
        assertThat(client.listTools())
                .extracting(tool -> tool.path("name").asText())
                .containsExactly("a", "b");
        assertThat(List.copyOf(received).getLast().path("params")).isEqualTo(JSON.readTree("{\"cursor\":\"\"}"));
    }

    @Test
    void aListWithoutEndIsGivenUp() {
        for (int n = 1; n <= 2; n++) {
            script.add(json("{\"jsonrpc\":\"2.0\",\"id\":" + n + ",\"result\":{\"tools\":[],\"nextCursor\":\"x\"}}"));
        }
        assertFails("never ends its list of tools");
    }

    @Test
    void anEventStreamIsReadUpToTheAnswerEvenIfItStaysOpen() throws Exception {
        String events = """
                : hello

                id: 0
                data:

                event: message
                data: {"jsonrpc":"2.0","method":"notifications/progress","params":{}}

                data: {"jsonrpc":"2.0","id":99,"result":{}}

                data: garbage

                event: message\r
                data: {"jsonrpc":"2.0",\r
                data: "id":1,"result":{"content":[{"type":"text","text":"hällo"}]}}\r
                \r
                """;
        String never = ": ping\n\n".repeat(1_000);
        script.add(stream(events + never)
                .throttleBody(events.getBytes(StandardCharsets.UTF_8).length, 1, TimeUnit.MINUTES)
                .build());
        Instant start = Instant.now();
        McpAnswer answer = client.callTool("x", JSON.createObjectNode());
        assertThat(answer.text()).isEqualTo("hällo");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(1_500));
    }

    @Test
    void anEventStreamWithoutAnAnswerIsAnError() {
        script.add(stream(": hello\n\ndata: {\"jsonrpc\":\"2.0\",\"id\":5,\"result\":{}}\n\n")
                .build());
        assertFails("ended its event stream before it had answered");
    }

    @Test
    void anEventStreamThatBreaksOffIsAnError() {
        script.add(stream("data: x\n\n".repeat(1_000))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        assertFails("broke off before it had answered");
    }

    @Test
    void aCutConnectionIsAnErrorAndTheCallIsNotSentTwice() {
        script.add(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        assertFails("broke off before it had answered. What was asked for may have happened.");
        assertThat(received)
                .filteredOn(message -> message.path("method").asText().equals("tools/list"))
                .hasSize(1);
    }

    @Test
    void aSlowServerIsGivenUpAndTold() throws Exception {
        script.add(json("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}")
                .newBuilder()
                .headersDelay(20, TimeUnit.SECONDS)
                .build());
        assertFails("did not answer within 2 s");
        JsonNode last = received.poll(5, TimeUnit.SECONDS);
        while (last != null && !last.path("method").asText().equals("notifications/cancelled")) {
            last = received.poll(5, TimeUnit.SECONDS);
        }
        assertThat(last).isNotNull();
        assertThat(last.at("/params/requestId").asLong()).isEqualTo(1);
    }

    @Test
    void aServerThatDripsIsGivenUpToo() {
        script.add(stream(": ping\n\n".repeat(1_000))
                .throttleBody(8, 100, TimeUnit.MILLISECONDS)
                .build());
        assertFails("did not answer within 2 s");
        script.add(new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(" ".repeat(10_000))
                .throttleBody(8, 100, TimeUnit.MILLISECONDS)
                .build());
        assertFails("did not answer within 2 s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | application/json | {\"error\":\"x\"}         | wants to know who calls (401)",
                "403 | text/plain       | Origin not allowed        | refused the call (403)",
                "405 | text/plain       |                           | not an MCP endpoint",
                "429 | text/plain       | slow down                 | too many requests (429)",
                "500 | text/html        | <html>stack trace</html>  | failed (500)",
                "502 | text/plain       | bad gateway               | failed (502)",
                "302 | text/plain       |                           | use the final URL instead",
                "200 | text/html        | <html>hi</html>           | answered, but not in MCP (200, text/html)",
                "200 | application/json | not json                  | answered, but not in MCP",
                "200 | application/json | {\"hello\":1}             | answered, but not in MCP",
                "200 | application/json | [1]                       | answered, but not in MCP",
                "200 | application/json | {\"jsonrpc\":\"2.0\",\"id\":1e99999999999,\"result\":{}} | answered, but not"
                        + " in MCP",
                "200 | application/json | {\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{}}             | answered, but not"
                        + " in MCP",
                "202 | text/plain       |                           | answered, but not in MCP"
            })
    void anAnswerThatIsNoneIsExplained(int status, String type, String body, String words) {
        script.add(new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", type)
                .addHeader("Location", "http://127.0.0.1:1/elsewhere")
                .body(body == null ? "" : body)
                .build());
        assertFails(words);
    }

    @Test
    void whatTheServerSaysIsQuotedWithoutTheToken() {
        script.add(new MockResponse.Builder()
                .code(403)
                .addHeader("Content-Type", "text/plain")
                .body("No entry to /mcp/" + TOKEN + " from here\nat line 2")
                .build());
        assertFails("It said: No entry to /mcp/… from here");
    }

    @Test
    void anUnknownRevisionIsRefused() {
        initialize = message -> result(message, "{\"protocolVersion\":\"2031-01-01\",\"capabilities\":{}}");
        assertFails("speaks MCP revision 2031-01-01");
    }

    @Test
    void aServerThatRefusesToBeginIsQuoted() {
        initialize =
                message -> json("{\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":-1,\"message\":\"Not today\"}}");
        assertFails("refused to begin: Not today");
    }

    private void assertFails(String words) {
        assertThatThrownBy(client::listTools)
                .isInstanceOf(McpException.class)
                .hasMessageContaining(words)
                .satisfies(e -> {
                    StringWriter all = new StringWriter();
                    e.printStackTrace(new PrintWriter(all));
                    assertThat(all.toString()).doesNotContain(TOKEN, "s3cr3t");
                });
    }

    private static MockResponse result(JsonNode request, String result) {
        return json("{\"jsonrpc\":\"2.0\",\"id\":" + request.path("id") + ",\"result\":" + result + "}");
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    private static MockResponse.Builder stream(String events) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream;charset=utf-8")
                .body(events);
    }

    private static JsonNode json(RecordedRequest request) {
        try {
            return request.getBody() == null
                    ? JSON.createObjectNode()
                    : JSON.readTree(request.getBody().utf8());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
