package dev.orgbench.mcp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.server.FixtureServer;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client in the legacy era against our own server. */
@Timeout(30)
class HttpMcpClientTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FixtureServer server;
    private HttpMcpClient client;

    @BeforeEach
    void connect() throws Exception {
        server = FixtureServer.start();
        client = HttpMcpClient.connect(
                new McpAddress(server.url(), List.of(), Protocol.LEGACY), "Orgbench", "0.1.0", null);
    }

    @AfterEach
    void disconnect() {
        client.close();
        server.close();
    }

    @Test
    void initializesOnceOnFirstUse() throws Exception {
        assertThat(server.ended()).isEmpty();
        client.listTools();
        client.listTools();
        assertThat(server.ended())
                .extracting(ended -> ended.message().method())
                .containsExactly("initialize", "notifications/initialized", "tools/list", "tools/list");
        assertThat(server.ended().getFirst().message().client()).isEqualTo("Orgbench 0.1.0");
        assertThat(server.ended().getLast().message().userAgent()).isEqualTo("Orgbench/0.1.0");
    }

    @Test
    void listsToolsAsTheServerSentThem() throws Exception {
        assertThat(client.listTools()).hasSize(3).first().satisfies(tool -> {
            assertThat(tool.path("name").asText()).isEqualTo("echo");
            assertThat(tool.at("/inputSchema/properties/text/type").asText()).isEqualTo("string");
            assertThat(tool.at("/_meta/orgbench~1tags/0").asText()).isEqualTo("records");
        });
    }

    @Test
    void callsAToolAndShowsWhatWentOverTheWire() throws Exception {
        McpAnswer answer =
                client.callTool("echo", arguments("{\"text\":\"hällo\"}").put("n", new BigDecimal("1.10")));
        assertThat(answer.isError()).isFalse();
        assertThat(answer.structured().toString()).isEqualTo("{\"echo\":{\"text\":\"hällo\",\"n\":1.10}}");
        assertThat(answer.text()).isEqualTo("{\"echo\":{\"text\":\"hällo\",\"n\":1.10}}");
        assertThat(answer.request().path("method").asText()).isEqualTo("tools/call");
        assertThat(answer.request().path("id").asLong())
                .isPositive()
                .isEqualTo(answer.response().path("id").asLong());
        assertThat(answer.httpStatus()).isEqualTo(200);
        assertThat(answer.headers().get("ratelimit-remaining")).containsExactly("99");
        assertThat(answer.took()).isPositive();
    }

    @Test
    void aToolsErrorAndTheProtocolsAreAnswers() throws Exception {
        McpAnswer failed = client.callTool("fail", arguments("{}"));
        assertThat(failed.isError()).isTrue();
        assertThat(failed.text()).contains("MALFORMED_QUERY");
        McpAnswer unknown = client.callTool("nope", arguments("{}"));
        assertThat(unknown.isError()).isTrue();
        assertThat(unknown.text()).isEqualTo("Unknown tool: nope");
    }

    @Test
    void servesManyThreadsAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(IntStream.range(0, 50)
                    .<Callable<String>>mapToObj(n -> () -> client.callTool("echo", arguments("{\"n\":" + n + "}"))
                            .structured()
                            .toString())
                    .toList());
            for (int n = 0; n < 50; n++) {
                assertThat(answers.get(n).get()).isEqualTo("{\"echo\":{\"n\":" + n + "}}");
            }
        }
        assertThat(server.ended())
                .filteredOn(ended -> ended.message().method().equals("initialize"))
                .hasSize(1);
    }

    @Test
    void interruptingAThreadCancelsItsCallAndTellsTheServer() throws Exception {
        FutureTask<Boolean> call = new FutureTask<>(() -> {
            assertThatThrownBy(() -> client.callTool("slow", arguments("{}")))
                    .isInstanceOf(McpException.class)
                    .hasMessage("The call was cancelled.");
            return Thread.interrupted();
        });
        Thread thread = Thread.ofPlatform().start(call);
        server.awaitSlowCall();
        thread.interrupt();
        assertThat(call.get(5, TimeUnit.SECONDS))
                .as("still marked as interrupted")
                .isTrue();
        FixtureServer.Ended told = server.awaitEnded("notifications/cancelled");
        assertThat(told.message().body().at("/params/requestId").asLong()).isEqualTo(1);
        assertThat(client.callTool("echo", arguments("{}")).isError()).isFalse();
    }

    @Test
    void aRestartedServerIsFoundAgain() throws Exception {
        client.listTools();
        int port = server.port();
        server.close();
        assertThatThrownBy(() -> client.callTool("echo", arguments("{}"))).isInstanceOf(McpException.class);
        server = FixtureServer.startOn(port);
        assertThat(server.port()).isEqualTo(port);
        assertThat(client.callTool("echo", arguments("{}")).isError()).isFalse();
    }

    @Test
    void whereNothingAnswersItAsksWhetherOrgbenchRuns() {
        int port = server.port();
        server.close();
        assertThatThrownBy(client::listTools)
                .isInstanceOf(McpException.class)
                .hasMessage("Nothing answers at 127.0.0.1:" + port + "; is Orgbench running?");
    }

    @Test
    void anUnknownUrlIsExplainedWithoutItsToken() throws Exception {
        URI url = server.url().resolve("/mcp/9f3c0123456789abcdef");
        try (HttpMcpClient other = HttpMcpClient.connect(url, "Orgbench", "0.1.0", Map.of())) {
            assertThatThrownBy(other::listTools)
                    .isInstanceOf(McpException.class)
                    .hasMessageStartingWith("No MCP server lives at this URL of 127.0.0.1:" + server.port() + " (404)")
                    .hasMessageContaining("Copy the URL anew")
                    .hasMessageNotContaining("9f3c");
        }
    }

    @Test
    void aClosedClientSaysSo() {
        client.close();
        assertThatThrownBy(client::listTools).isInstanceOf(McpException.class).hasMessageEndingWith("has been closed.");
    }

    @Test
    void closingCutsACallUnderWay() throws Exception {
        FutureTask<Void> call = new FutureTask<>(() -> {
            assertThatThrownBy(() -> client.callTool("slow", arguments("{}")))
                    .isInstanceOf(McpException.class)
                    .hasMessageEndingWith("has been closed.");
            return null;
        });
        Thread.ofVirtual().start(call);
        server.awaitSlowCall();
        client.close();
        call.get(5, TimeUnit.SECONDS);
    }

    @Test
    void whatHttpCannotCarryIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> HttpMcpClient.connect(URI.create("ftp://x/secret"), "a", "1", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> HttpMcpClient.connect(server.url(), "a", "1", Map.of("X-Key", "sec\nret")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("HTTP does not allow this value of the header X-Key");
    }

    private static ObjectNode arguments(String json) throws Exception {
        return (ObjectNode) JSON.readTree(json);
    }
}
