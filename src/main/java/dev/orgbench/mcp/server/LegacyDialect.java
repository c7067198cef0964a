package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.Feature;
import dev.orgbench.mcp.McpService;
import dev.orgbench.mcp.RefusedException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Revisions up to 2025-11-25. A client that initializes gets a session, for what the server may have to tell or ask it;
 * one that does not use it is served all the same.
 */
final class LegacyDialect implements Dialect {
    /** Those spoken over Streamable HTTP, the newest first. */
    static final List<String> REVISIONS = List.of("2025-11-25", "2025-06-18", "2025-03-26");

    /** The one that had two URLs, one for each direction. */
    static final String TWO_URLS = "2024-11-05";

    private final List<String> revisions;
    private final Sessions sessions;

    LegacyDialect(List<String> revisions, Sessions sessions) {
        this.revisions = revisions;
        this.sessions = sessions;
    }

    @Override
    public void admit(Message.Addressed message, ProtocolHeaders headers) throws RpcException {
        String version = headers.version();
        // Before the handshake there is no negotiated revision, so what a client says there binds nobody.
        if (version != null && !revisions.contains(version) && !message.method().equals("initialize")) {
            throw new RpcException(
                    RpcException.INVALID_REQUEST,
                    "Unsupported MCP-Protocol-Version header: " + Shortened.to(40, version) + ". This server speaks "
                            + String.join(", ", revisions) + ".");
        }
    }

    @Override
    public @Nullable String client(Message.Addressed message) {
        return message.method().equals("initialize")
                ? ClientName.of(message.params().path("clientInfo"))
                : null;
    }

    @Override
    public Result result(Message.Request request, Setting setting) throws RpcException, RefusedException {
        return switch (request.method()) {
            case "initialize" -> initialize(request.params(), setting);
            case "ping" -> new Result(JsonText.NODES.objectNode());
            case "logging/setLevel" -> setLevel(request, setting);
            case "resources/subscribe", "resources/unsubscribe" -> watch(request, setting);
            default ->
                ServerMethods.result(
                                request,
                                setting.service(),
                                setting.handling(),
                                new LegacyCaller(request, setting.reply(), setting.session()))
                        .orElseThrow(() -> unknown(request));
        };
    }

    @Override
    public void notified(Message.Notification notification, Setting setting) {
        Session session = setting.session();
        // Without a session two clients' ids cannot be told apart, and one must not cancel the other's request.
        if (notification.method().equals("notifications/cancelled") && session != null) {
            session.cancel(notification.params().path("requestId"));
        }
    }

    @Override
    public RpcException error(RefusedException refused, Message.Request request) {
        int code =
                switch (refused.reason()) {
                    case UNKNOWN_RESOURCE -> RpcException.RESOURCE_NOT_FOUND;
                    case UNKNOWN_NAME, INVALID_PARAMS -> RpcException.INVALID_PARAMS;
                    case UPSTREAM_FAILED -> RpcException.INTERNAL_ERROR;
                    case TOO_MANY -> RpcException.TOO_MANY;
                    case ENDED -> RpcException.ENDED;
                    case MISSING_CAPABILITY, NO_ANSWER, INPUT_NEEDED -> RpcException.INVALID_REQUEST;
                };
        return new RpcException(code, refused.text(), refused);
    }

    @Override
    public int status(int code, boolean admitted) {
        if (code == RpcException.TOO_MANY) {
            return 429;
        }
        return admitted ? 200 : 400;
    }

    private Result initialize(ObjectNode params, Setting setting) throws RpcException {
        String wanted = params.path("protocolVersion").textValue();
        if (wanted == null) {
            throw ServerMethods.invalid("params.protocolVersion must be a string, as \"" + revisions.getFirst() + "\"");
        }
        JsonNode declared = params.path("capabilities");
        if (setting.session() == null) {
            setting.reply().header(ProtocolHeaders.SESSION, sessions.begin(setting.service(), declared));
        } else {
            setting.session().introduce(Session.abilities(declared));
        }
        McpService.ServerInfo info = setting.service().info();
        ObjectNode result = JsonText.NODES.objectNode();
        result.put("protocolVersion", revisions.contains(wanted) ? wanted : revisions.getFirst());
        result.set("capabilities", capabilities(setting.service().features()));
        result.putObject("serverInfo")
                .put("name", info.name())
                .put("title", info.title())
                .put("version", info.version());
        if (!info.instructions().isBlank()) {
            result.put("instructions", info.instructions());
        }
        return new Result(result);
    }

    /** {@code ServerCapabilities}; both eras write them alike. */
    static ObjectNode capabilities(Set<Feature> features) {
        ObjectNode capabilities = JsonText.NODES.objectNode();
        capabilities.putObject("tools").put("listChanged", true);
        if (features.contains(Feature.PROMPTS)) {
            capabilities.putObject("prompts").put("listChanged", true);
        }
        if (features.contains(Feature.RESOURCES)) {
            ObjectNode resources = capabilities.putObject("resources").put("listChanged", true);
            if (features.contains(Feature.RESOURCE_SUBSCRIPTIONS)) {
                resources.put("subscribe", true);
            }
        }
        if (features.contains(Feature.COMPLETIONS)) {
            capabilities.putObject("completions");
        }
        if (features.contains(Feature.LOGGING)) {
            capabilities.putObject("logging");
        }
        return capabilities;
    }

    private static Result setLevel(Message.Request request, Setting setting) throws RpcException {
        if (!setting.service().features().contains(Feature.LOGGING)) {
            throw unknown(request);
        }
        String level = ServerMethods.text(request.params(), "level");
        if (!RequestCaller.isLevel(level)) {
            throw ServerMethods.invalid("params.level is none of the levels of RFC 5424");
        }
        if (setting.session() != null) {
            setting.session().setLogLevel(level);
        }
        return new Result(JsonText.NODES.objectNode());
    }

    private static Result watch(Message.Request request, Setting setting) throws RpcException {
        if (!setting.service().features().contains(Feature.RESOURCE_SUBSCRIPTIONS)) {
            throw unknown(request);
        }
        String uri = ServerMethods.text(request.params(), "uri");
        Session session = setting.session();
        if (session == null) {
            throw new RpcException(RpcException.INVALID_REQUEST, "Subscriptions need a session: initialize first");
        }
        if (request.method().equals("resources/subscribe")) {
            session.watched().add(uri);
        } else {
            session.watched().remove(uri);
        }
        return new Result(JsonText.NODES.objectNode(), null, Map.of());
    }

    private static RpcException unknown(Message.Request request) {
        return new RpcException(
                RpcException.METHOD_NOT_FOUND, "Method not found: " + Shortened.to(100, request.method()));
    }
}
