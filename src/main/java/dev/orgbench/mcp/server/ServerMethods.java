package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.Caller;
import dev.orgbench.mcp.Completion;
import dev.orgbench.mcp.Feature;
import dev.orgbench.mcp.McpService;
import dev.orgbench.mcp.Prompt;
import dev.orgbench.mcp.RefusedException;
import dev.orgbench.mcp.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The methods that both eras have, as far as they agree on them (specification, "Server Features"). */
final class ServerMethods {
    private ServerMethods() {}

    /** The result of a method that both eras have; empty for any other, and for one of a feature that is not there. */
    static Optional<Dialect.Result> result(
            Message.Request request, McpService service, McpService.Handling handling, Caller caller)
            throws RpcException, RefusedException {
        ObjectNode params = request.params();
        return switch (request.method()) {
            case "tools/list" -> Optional.of(ToolMethods.list(params, handling));
            case "tools/call" -> Optional.of(ToolMethods.call(params, handling, caller));
            case "prompts/list", "prompts/get" ->
                service.features().contains(Feature.PROMPTS)
                        ? Optional.of(new Dialect.Result(
                                request.method().equals("prompts/list")
                                        ? prompts(params, handling)
                                        : prompt(params, handling, caller)))
                        : Optional.empty();
            case "resources/list", "resources/templates/list", "resources/read" ->
                service.features().contains(Feature.RESOURCES)
                        ? Optional.of(new Dialect.Result(resources(request, handling, caller)))
                        : Optional.empty();
            case "completion/complete" ->
                service.features().contains(Feature.COMPLETIONS)
                        ? Optional.of(new Dialect.Result(complete(params, handling)))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Lists that are few enough for one page have no cursors, so a cursor can only be somebody else's. */
    static void refuseCursor(ObjectNode params) throws RpcException {
        if (params.hasNonNull("cursor")) {
            throw invalid("This list has one page; params.cursor must be absent");
        }
    }

    static RpcException invalid(String message) {
        return new RpcException(RpcException.INVALID_PARAMS, message);
    }

    /** A parameter that must be a text. */
    static String text(ObjectNode params, String name) throws RpcException {
        String text = params.path(name).textValue();
        if (text == null) {
            throw invalid("params." + name + " must be a string");
        }
        return text;
    }

    private static ObjectNode prompts(ObjectNode params, McpService.Handling handling) throws RpcException {
        refuseCursor(params);
        ObjectNode result = JsonText.NODES.objectNode();
        ArrayNode prompts = result.putArray("prompts");
        for (Prompt prompt : handling.prompts()) {
            ObjectNode entry = prompts.addObject()
                    .put("name", prompt.name())
                    .put("title", prompt.title())
                    .put("description", prompt.description());
            ArrayNode arguments = entry.putArray("arguments");
            prompt.arguments().forEach(argument -> arguments
                    .addObject()
                    .put("name", argument.name())
                    .put("title", argument.title())
                    .put("description", argument.description())
                    .put("required", argument.required()));
        }
        return result;
    }

    private static ObjectNode prompt(ObjectNode params, McpService.Handling handling, Caller caller)
            throws RpcException, RefusedException {
        Prompt.Filled filled = handling.prompt(text(params, "name"), texts(params, "arguments"), caller);
        ObjectNode result = JsonText.NODES.objectNode().put("description", filled.description());
        result.set("messages", filled.messages());
        return result;
    }

    private static ObjectNode resources(Message.Request request, McpService.Handling handling, Caller caller)
            throws RpcException, RefusedException {
        ObjectNode params = request.params();
        ObjectNode result = JsonText.NODES.objectNode();
        switch (request.method()) {
            case "resources/read" ->
                result.set(
                        "contents", handling.read(text(params, "uri"), caller).contents());
            case "resources/templates/list" -> {
                refuseCursor(params);
                ArrayNode templates = result.putArray("resourceTemplates");
                handling.resourceTemplates().forEach(template -> templates
                        .addObject()
                        .put("uriTemplate", template.uriTemplate())
                        .put("name", template.name())
                        .put("title", template.title())
                        .put("description", template.description())
                        .put("mimeType", template.mimeType()));
            }
            default -> {
                String cursor = params.hasNonNull("cursor") ? text(params, "cursor") : null;
                Resource.Page page = handling.resources(cursor);
                ArrayNode resources = result.putArray("resources");
                page.resources().forEach(resource -> resources
                        .addObject()
                        .put("uri", resource.uri())
                        .put("name", resource.name())
                        .put("title", resource.title())
                        .put("description", resource.description())
                        .put("mimeType", resource.mimeType()));
                if (page.nextCursor() != null) {
                    result.put("nextCursor", page.nextCursor());
                }
            }
        }
        return result;
    }

    private static ObjectNode complete(ObjectNode params, McpService.Handling handling)
            throws RpcException, RefusedException {
        JsonNode ref = params.path("ref");
        Completion.Kind kind =
                switch (ref.path("type").asText()) {
                    case "ref/prompt" -> Completion.Kind.PROMPT;
                    case "ref/resource" -> Completion.Kind.RESOURCE;
                    default -> throw invalid("params.ref.type must be \"ref/prompt\" or \"ref/resource\"");
                };
        String of = ref.path(kind == Completion.Kind.PROMPT ? "name" : "uri").textValue();
        JsonNode argument = params.path("argument");
        if (of == null
                || !argument.path("name").isTextual()
                || !argument.path("value").isTextual()) {
            throw invalid("params.ref must name a prompt or a resource, and params.argument have a name and a value");
        }
        ObjectNode context = params.path("context") instanceof ObjectNode object ? object : JsonText.NODES.objectNode();
        Completion completion = handling.complete(new Completion.Asked(
                kind,
                of,
                argument.path("name").asText(),
                argument.path("value").asText(),
                texts(context, "arguments")));
        ObjectNode result = JsonText.NODES.objectNode();
        ObjectNode told = result.putObject("completion");
        ArrayNode values = told.putArray("values");
        completion.values().stream().limit(Completion.MOST).forEach(values::add);
        told.put("total", completion.total()).put("hasMore", completion.total() > values.size());
        return result;
    }

    /** An object of texts; what is no text has none to give. */
    private static Map<String, String> texts(ObjectNode params, String name) throws RpcException {
        JsonNode given = params.path(name);
        if (!given.isObject() && !given.isMissingNode() && !given.isNull()) {
            throw invalid("params." + name + " must be an object");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : given.properties()) {
            if (!each.getValue().isTextual()) {
                throw invalid("params." + name + "." + Shortened.to(60, each.getKey()) + " must be a string");
            }
            texts.put(each.getKey(), each.getValue().asText());
        }
        return texts;
    }
}
