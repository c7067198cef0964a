package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.CallOutcome;
import dev.orgbench.mcp.Caller;
import dev.orgbench.mcp.McpService;
import dev.orgbench.mcp.RefusedException;
import dev.orgbench.mcp.ToolDescriptor;

/** {@code tools/list} and {@code tools/call} as far as both eras agree on them (specification, "Tools"). */
final class ToolMethods {
    private static final int LONGEST_FAILURE = 200;

    private ToolMethods() {}

    /** The whole list: tools are few enough for one page, so a cursor can only be somebody else's. */
    static Dialect.Result list(ObjectNode params, McpService.Handling handling) throws RpcException {
        ServerMethods.refuseCursor(params);
        ObjectNode result = JsonText.NODES.objectNode();
        ArrayNode tools = result.putArray("tools");
        handling.tools().forEach(tool -> tools.add(entry(tool)));
        return new Dialect.Result(result);
    }

    static Dialect.Result call(ObjectNode params, McpService.Handling handling, Caller caller)
            throws RpcException, RefusedException {
        String name = params.path("name").textValue();
        if (name == null) {
            throw ServerMethods.invalid("params.name must be a string: the tool's name");
        }
        return encode(handling.call(name, arguments(params.path("arguments")), caller));
    }

    private static ObjectNode arguments(JsonNode arguments) throws RpcException {
        if (arguments instanceof ObjectNode object) {
            return object;
        }
        if (arguments.isMissingNode() || arguments.isNull()) {
            return JsonText.NODES.objectNode();
        }
        throw ServerMethods.invalid("params.arguments must be an object");
    }

    private static Dialect.Result encode(CallOutcome outcome) {
        ObjectNode result = JsonText.NODES.objectNode();
        result.set("content", outcome.content());
        if (outcome.structured() != null) {
            result.set("structuredContent", outcome.structured());
        }
        result.put("isError", outcome.isError());
        if (!outcome.meta().isEmpty()) {
            result.set("_meta", outcome.meta());
        }
        String failure = outcome.isError() ? Shortened.firstLine(LONGEST_FAILURE, text(outcome)) : null;
        return new Dialect.Result(result, failure, outcome.httpHeaders());
    }

    private static String text(CallOutcome outcome) {
        return outcome.content().path(0).path("text").asText();
    }

    private static ObjectNode entry(ToolDescriptor tool) {
        ObjectNode entry = JsonText.NODES.objectNode();
        entry.put("name", tool.name()).put("title", tool.title()).put("description", tool.description());
        entry.set("inputSchema", tool.inputSchema());
        if (tool.outputSchema() != null) {
            entry.set("outputSchema", tool.outputSchema());
        }
        entry.putObject("annotations")
                .put("title", tool.title())
                .put("readOnlyHint", tool.hints().readOnly())
                .put("destructiveHint", tool.hints().destructive())
                .put("idempotentHint", tool.hints().idempotent())
                .put("openWorldHint", tool.hints().openWorld());
        if (!tool.meta().isEmpty()) {
            entry.set("_meta", tool.meta());
        }
        return entry;
    }
}
