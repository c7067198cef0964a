package dev.orgbench.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code tools/list} and {@code tools/call} as far as both eras agree on them (specification, "Tools"). */
final class ToolMethods {
    private static final int LONGEST_FAILURE = 200;

    private ToolMethods() {}

    /** The whole list: tools are few enough for one page, so a cursor can only be somebody else's. */
    static Dialect.Result list(ObjectNode params, McpService.Handling handling) throws RpcException {
        if (params.hasNonNull("cursor")) {
            throw invalid("This list has one page; params.cursor must be absent");
        }
        ObjectNode result = JsonText.NODES.objectNode();
        ArrayNode tools = result.putArray("tools");
        handling.tools().forEach(tool -> tools.add(entry(tool)));
        return new Dialect.Result(result);
    }

    static Dialect.Result call(ObjectNode params, McpService.Handling handling) throws RpcException {
        String name = params.path("name").textValue();
        if (name == null) {
            throw invalid("params.name must be a string: the tool's name");
        }
        try {
            return encode(handling.call(name, arguments(params.path("arguments"))));
        } catch (UnknownToolException e) {
            throw new RpcException(RpcException.INVALID_PARAMS, "Unknown tool: " + name, e);
        }
    }

    private static ObjectNode arguments(JsonNode arguments) throws RpcException {
        if (arguments instanceof ObjectNode object) {
            return object;
        }
        if (arguments.isMissingNode() || arguments.isNull()) {
            return JsonText.NODES.objectNode();
        }
        throw invalid("params.arguments must be an object");
    }

    private static Dialect.Result encode(CallOutcome outcome) {
        ObjectNode result = JsonText.NODES.objectNode();
        result.putArray("content").addObject().put("type", "text").put("text", outcome.text());
        if (outcome.structured() != null) {
            result.set("structuredContent", outcome.structured());
        }
        result.put("isError", outcome.isError());
        if (!outcome.meta().isEmpty()) {
            result.set("_meta", outcome.meta());
        }
        String failure = outcome.isError() ? Shortened.firstLine(LONGEST_FAILURE, outcome.text()) : null;
        return new Dialect.Result(result, failure, outcome.httpHeaders());
    }

    private static ObjectNode entry(ToolDescriptor tool) {
        ObjectNode entry = JsonText.NODES.objectNode();
        entry.put("name", tool.name()).put("title", tool.title()).put("description", tool.description());
        entry.set("inputSchema", tool.inputSchema());
        entry.set("outputSchema", tool.outputSchema());
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

    private static RpcException invalid(String message) {
        return new RpcException(RpcException.INVALID_PARAMS, message);
    }
}
