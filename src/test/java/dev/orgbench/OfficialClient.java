package dev.orgbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The MCP client of the official Java SDK, in the few words that tests need. */
public final class OfficialClient implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final McpSyncClient client;

    public OfficialClient(URI mcpUrl) {
        client = McpClient.sync(HttpClientStreamableHttpTransport.builder("http://" + mcpUrl.getAuthority())
                        .endpoint(mcpUrl.getPath())
                        .build())
                .build();
        client.initialize();
    }

    /** The names of the tools. */
    public List<String> tools() {
        return client.listTools().tools().stream().map(McpSchema.Tool::name).toList();
    }

    /** What the arguments of a tool must be. */
    public JsonNode inputSchema(String tool) {
        return client.listTools().tools().stream()
                .filter(each -> each.name().equals(tool))
                .map(each -> JSON.<JsonNode>valueToTree(each.inputSchema()))
                .findFirst()
                .orElseThrow();
    }

    /** What a model reads of a call that must succeed. */
    public String read(String tool, Map<String, Object> arguments) {
        return text(client.callTool(
                McpSchema.CallToolRequest.builder(tool).arguments(arguments).build()));
    }

    /** The structured content of a call that must succeed. */
    public JsonNode call(String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = client.callTool(
                McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
        if (Boolean.TRUE.equals(result.isError())) {
            throw new AssertionError(tool + " failed: " + text(result));
        }
        return JSON.valueToTree(result.structuredContent());
    }

    /** What a model reads of a call that must fail. */
    public String failure(String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = client.callTool(
                McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
        if (!Boolean.TRUE.equals(result.isError())) {
            throw new AssertionError(tool + " succeeded: " + text(result));
        }
        return text(result);
    }

    @Override
    public void close() {
        client.close();
    }

    private static String text(McpSchema.CallToolResult result) {
        return result.content().stream()
                .map(content -> content instanceof McpSchema.TextContent text ? text.text() : content.toString())
                .collect(Collectors.joining("\n"));
    }
}
