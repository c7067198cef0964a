package dev.orgbench.ui.tools;

import dev.orgbench.mcp.client.McpAddress;

/**
 * An MCP server that is none of Orgbench's.
 *
 * @param name as it is listed
 * @param address may hold secrets
 */
record OtherServer(String name, McpAddress address) {
    /** The name alone, as the rest is not fit for a log. */
    @Override
    public String toString() {
        return name;
    }
}
