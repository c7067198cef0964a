package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/**
 * A connection to one MCP URL. Blocking; safe for use by several threads. Interrupting a thread cancels its request.
 */
public interface McpClient extends AutoCloseable {
    /** The entries of {@code tools/list}, all pages, exactly as the server sent them. */
    List<JsonNode> listTools() throws McpException;

    /** Calls a tool. A tool's own error ({@code isError}) is an answer, not an exception. */
    McpAnswer callTool(String name, ObjectNode arguments) throws McpException;

    /**
     * As {@link #callTool(String, ObjectNode)}, and asks the server to report how far it is.
     *
     * @param progress gets the reports while the call is under way, on another thread
     */
    default McpAnswer callTool(String name, ObjectNode arguments, Consumer<Progress> progress) throws McpException {
        return callTool(name, arguments);
    }

    /** How the protocol was agreed on, as far as that is. Does not block. */
    default Negotiation negotiation() {
        return Negotiation.NONE;
    }

    /**
     * Hears when the list of tools has changed, if the server tells; its stream is opened again when it breaks. Does not
     * block.
     *
     * @param changed runs on another thread
     */
    default Listening onToolsChanged(Runnable changed) {
        return () -> {};
    }

    @Override
    void close();
}
