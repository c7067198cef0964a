package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a client may post: one JSON-RPC 2.0 message. MCP narrows JSON-RPC: {@code params} is an object, and an id is a
 * string or a number, never null (2025-11-25, basic, "Messages").
 */
sealed interface Message {
    /** The whole JSON-RPC object. */
    ObjectNode body();

    /** A request; {@code params} is empty if the client sent none. */
    record Request(JsonNode id, String method, ObjectNode params, ObjectNode body) implements Addressed {}

    /** A notification; {@code params} is empty if the client sent none. */
    record Notification(String method, ObjectNode params, ObjectNode body) implements Addressed {}

    /** The answer to a request of ours. */
    record Response(ObjectNode body) implements Message {}

    /** A message that names a method. */
    sealed interface Addressed extends Message {
        String method();

        ObjectNode params();
    }

    /**
     * The message that {@code json} is.
     *
     * @throws RpcException {@link RpcException#INVALID_REQUEST} if it is none of these
     */
    static Message of(JsonNode json) throws RpcException {
        if (!(json instanceof ObjectNode body)) {
            throw invalid("A JSON-RPC message is an object");
        }
        if (!"2.0".equals(body.path("jsonrpc").textValue())) {
            throw invalid("The member \"jsonrpc\" must be \"2.0\"");
        }
        if (!body.has("method") && (body.has("result") || body.has("error"))) {
            return new Response(body);
        }
        String method = body.path("method").textValue();
        if (method == null) {
            throw invalid("The member \"method\" must be a string");
        }
        return body.has("id") ? request(body, method) : notification(body, method);
    }

    /** A request of ours. */
    static ObjectNode request(String id, String method, ObjectNode params) {
        ObjectNode request =
                JsonText.NODES.objectNode().put("jsonrpc", "2.0").put("id", id).put("method", method);
        request.set("params", params);
        return request;
    }

    /** A notification of ours. */
    static ObjectNode notification(String method, ObjectNode params) {
        ObjectNode notification =
                JsonText.NODES.objectNode().put("jsonrpc", "2.0").put("method", method);
        if (!params.isEmpty()) {
            notification.set("params", params);
        }
        return notification;
    }

    /** The id to answer {@code json} under, however broken it is otherwise: missing if it has no usable one. */
    static JsonNode idOf(JsonNode json) {
        JsonNode id = json.path("id");
        return id.isTextual() || id.isNumber() ? id : MissingNode.getInstance();
    }

    private static Request request(ObjectNode body, String method) throws RpcException {
        JsonNode id = idOf(body);
        if (id.isMissingNode()) {
            throw invalid("The member \"id\" must be a string or a number");
        }
        return new Request(id, method, params(body), body);
    }

    private static Notification notification(ObjectNode body, String method) throws RpcException {
        if (!method.startsWith("notifications/")) {
            throw invalid("The request " + Shortened.to(100, method) + " has no \"id\", so it cannot be answered");
        }
        return new Notification(method, params(body), body);
    }

    private static ObjectNode params(ObjectNode body) throws RpcException {
        JsonNode params = body.path("params");
        if (params instanceof ObjectNode object) {
            return object;
        }
        // Some clients write null for "none".
        if (params.isMissingNode() || params.isNull()) {
            return JsonText.NODES.objectNode();
        }
        throw invalid("The member \"params\" must be an object");
    }

    private static RpcException invalid(String message) {
        return new RpcException(RpcException.INVALID_REQUEST, message);
    }
}
