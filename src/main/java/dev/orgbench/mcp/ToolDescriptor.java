package dev.orgbench.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One tool as a model sees it: an entry of {@code tools/list}.
 *
 * @param inputSchema JSON Schema 2020-12, {@code type: object} at the root
 * @param outputSchema JSON Schema of the structured content, {@code type: object} at the root (both eras require or
 *     allow that); null if the tool promises none
 */
public record ToolDescriptor(
        String name,
        String title,
        String description,
        ObjectNode inputSchema,
        @Nullable ObjectNode outputSchema,
        Hints hints,
        ObjectNode meta) {

    /** The tool annotations of the specification; all four are always sent. */
    public record Hints(boolean readOnly, boolean destructive, boolean idempotent, boolean openWorld) {}
}
