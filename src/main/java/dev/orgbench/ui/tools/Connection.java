package dev.orgbench.ui.tools;

import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.tools.Tool;
import java.util.List;
import java.util.function.Supplier;

/**
 * A server whose tools can be called.
 *
 * @param id tells it from others, from one run to the next where it is one of ours
 * @param ours whether Orgbench itself serves it: then its calls are traced, and it is known what its tools were made from
 * @param origins what its tools were made from, as far as known; may block
 * @param missing why it has fewer tools or prompts than it is meant to have, a sentence each; may block
 */
record Connection(
        String id,
        String name,
        boolean ours,
        McpClient client,
        Supplier<List<Tool>> origins,
        Supplier<List<String>> missing) {
    @Override
    public String toString() {
        return name;
    }
}
