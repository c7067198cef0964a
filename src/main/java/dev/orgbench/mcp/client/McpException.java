package dev.orgbench.mcp.client;

/** The server could not be reached, or did not speak MCP. The message says which, and what to do, in a sentence. */
public final class McpException extends Exception {
    public McpException(String message, Throwable cause) {
        super(message, cause);
    }

    public McpException(String message) {
        super(message);
    }
}
