package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A connection to one MCP URL. Blocking; safe for use by several threads. Interrupting a thread cancels its request.
 */
public interface McpClient extends AutoCloseable {
    /** The entries of {@code tools/list}, all pages, exactly as the server sent them. */
    List<JsonNode> listTools() throws McpException;

    /** Calls a tool. A tool's own error ({@code isError}) is an answer, not an exception. */
    McpAnswer callTool(String name, ObjectNode arguments) throws McpException;

    @Override
    void close();
}
