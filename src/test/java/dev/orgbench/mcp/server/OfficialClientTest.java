package dev.orgbench.mcp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The protocol as the official Java SDK's client understands it: what it cannot read is wrong on the wire. */
@Timeout(30)
class OfficialClientTest {
    private FixtureServer server;
    private McpSyncClient client;

    @BeforeEach
    void connect() throws IOException {
        server = FixtureServer.start();
        HttpClientStreamableHttpTransport transport = HttpClientStreamableHttpTransport.builder(
                        "http://127.0.0.1:" + server.port())
                .endpoint("/mcp")
                .build();
        client =
                McpClient.sync(transport).requestTimeout(Duration.ofSeconds(10)).build();
    }

    @AfterEach
    void disconnect() {
        client.close();
        server.close();
    }

    @Test
    void initializes() {
        McpSchema.InitializeResult result = client.initialize();
        assertThat(result.protocolVersion()).isIn(LegacyDialect.REVISIONS);
        assertThat(result.serverInfo().name()).isEqualTo("orgbench");
        assertThat(result.serverInfo().title()).isEqualTo("Orgbench");
        assertThat(result.instructions()).isEqualTo("Ask describe before you query.");
        assertThat(result.capabilities().tools()).isNotNull();
        assertThat(result.capabilities().resources()).isNull();
        assertThat(server.ended())
                .extracting(ended -> ended.message().method())
                .containsExactly("initialize", "notifications/initialized");
        client.ping();
    }

    @Test
    void listsTools() {
        client.initialize();
        McpSchema.ListToolsResult list = client.listTools();
        assertThat(list.nextCursor()).isNull();
        assertThat(list.tools()).extracting(McpSchema.Tool::name).containsExactly("echo", "fail", "slow");
        McpSchema.Tool echo = list.tools().getFirst();
        assertThat(echo.title()).isEqualTo("Title of echo");
        assertThat(echo.inputSchema()).containsEntry("type", "object");
        assertThat(echo.outputSchema()).containsEntry("required", List.of("echo"));
        assertThat(echo.annotations().readOnlyHint()).isTrue();
        assertThat(echo.annotations().destructiveHint()).isFalse();
        assertThat(echo.annotations().idempotentHint()).isTrue();
        assertThat(echo.annotations().openWorldHint()).isFalse();
        assertThat(echo.meta()).containsEntry("orgbench/tags", List.of("records"));
    }

    @Test
    void callsATool() {
        client.initialize();
        McpSchema.CallToolResult result = client.callTool(McpSchema.CallToolRequest.builder("echo")
                .arguments(Map.of("text", "hällo"))
                .build());
        assertThat(result.isError()).isFalse();
        assertThat(result.structuredContent()).isEqualTo(Map.of("echo", Map.of("text", "hällo")));
        assertThat(result.content())
                .singleElement()
                .isInstanceOfSatisfying(McpSchema.TextContent.class, text -> assertThat(text.text())
                        .isEqualTo("{\"echo\":{\"text\":\"hällo\"}}"));
        assertThat(result.meta()).containsEntry("took", 1);
    }

    @Test
    void readsAToolsErrorAndTheProtocolsApart() {
        client.initialize();
        McpSchema.CallToolResult failed = client.callTool(
                McpSchema.CallToolRequest.builder("fail").arguments(Map.of()).build());
        assertThat(failed.isError()).isTrue();
        assertThatThrownBy(() -> client.callTool(McpSchema.CallToolRequest.builder("nope")
                        .arguments(Map.of())
                        .build()))
                .isInstanceOfSatisfying(McpError.class, error -> {
                    assertThat(error.getJsonRpcError().code()).isEqualTo(-32602);
                    assertThat(error.getJsonRpcError().message()).isEqualTo("Unknown tool: nope");
                });
    }
}
