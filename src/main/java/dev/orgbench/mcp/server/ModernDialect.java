package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.McpService;
import dev.orgbench.mcp.RefusedException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Revision 2026-07-28. Every request carries all that has to be known of its client, so nothing is remembered between
 * two of them.
 */
final class ModernDialect implements Dialect {
    static final List<String> REVISIONS = List.of("2026-07-28");

    private static final String CLIENT_INFO_KEY = "io.modelcontextprotocol/clientInfo";
    private static final String SERVER_INFO_KEY = "io.modelcontextprotocol/serverInfo";

    /** Results that say how long they hold ("Caching"). */
    private static final Set<String> CACHEABLE = Set.of(
            "server/discover",
            "tools/list",
            "prompts/list",
            "resources/list",
            "resources/templates/list",
            "resources/read");

    private final RequestStates states;

    ModernDialect(RequestStates states) {
        this.states = states;
    }

    @Override
    public void admit(Message.Addressed message, ProtocolHeaders headers) throws RpcException {
        String claimed = EraClassifier.claimed(message.params().path("_meta"));
        if (message instanceof Message.Request request) {
            headers.mustMatch(request, claimed);
        }
        if (!claimed.isEmpty() && !REVISIONS.contains(claimed)) {
            throw RpcException.unsupportedVersion(claimed, REVISIONS);
        }
    }

    @Override
    public @Nullable String client(Message.Addressed message) {
        return ClientName.of(message.params().path("_meta").path(CLIENT_INFO_KEY));
    }

    @Override
    public Result result(Message.Request request, Setting setting)
            throws RpcException, RefusedException, IOException, InterruptedException {
        return switch (request.method()) {
            case "server/discover" -> complete(request, setting, new Result(discover(setting.service())));
            case "subscriptions/listen" -> complete(request, setting, listen(request, setting));
            default -> complete(request, setting, carriedOut(request, setting));
        };
    }

    /** None that has to be taken note of: a request is cancelled by closing its stream. */
    @Override
    public void notified(Message.Notification notification, Setting setting) {}

    @Override
    public RpcException error(RefusedException refused, Message.Request request) {
        ObjectNode data = JsonText.NODES.objectNode();
        if (refused instanceof MissingCapabilityException missing) {
            data.set("requiredCapabilities", missing.required());
            return new RpcException(RpcException.MISSING_CAPABILITY, refused.text(), data, refused);
        }
        if (refused.reason() == RefusedException.Reason.UNKNOWN_RESOURCE) {
            data.set("uri", request.params().path("uri"));
        }
        int code =
                switch (refused.reason()) {
                    case TOO_MANY -> RpcException.TOO_MANY;
                    case ENDED -> RpcException.ENDED;
                    default -> RpcException.INVALID_PARAMS;
                };
        return new RpcException(code, refused.text(), data.isEmpty() ? null : data, refused);
    }

    @Override
    public int status(int code, boolean admitted) {
        return switch (code) {
            case RpcException.METHOD_NOT_FOUND -> 404;
            case RpcException.TOO_MANY -> 429;
            case RpcException.MISSING_CAPABILITY, RpcException.HEADER_MISMATCH -> 400;
            default -> admitted ? 200 : 400;
        };
    }

    private Result carriedOut(Message.Request request, Setting setting) throws RpcException, RefusedException {
        ParameterHeaders.check(request, setting);
        ModernCaller caller = new ModernCaller(request, setting.reply(), states.read(request, setting.service()));
        try {
            return ServerMethods.result(request, setting.service(), setting.handling(), caller)
                    .orElseThrow(() -> new RpcException(
                            RpcException.METHOD_NOT_FOUND, "Method not found: " + Shortened.to(100, request.method())));
        } catch (InputNeededException needed) {
            ObjectNode result = JsonText.NODES.objectNode().put("resultType", "input_required");
            result.set("inputRequests", needed.requests());
            if (!needed.state().isEmpty()) {
                result.put("requestState", states.write(needed.state(), request, setting.service()));
            }
            return new Result(result);
        }
    }

    private static ObjectNode discover(McpService service) {
        ObjectNode result = JsonText.NODES.objectNode();
        REVISIONS.forEach(result.putArray("supportedVersions")::add);
        result.set("capabilities", LegacyDialect.capabilities(service.features()));
        if (!service.info().instructions().isBlank()) {
            result.put("instructions", service.info().instructions());
        }
        return result;
    }

    /** What each result has besides its own. Who may see what depends on the URL's token, so nobody else may keep it. */
    private static Result complete(Message.Request request, Setting setting, Result result) {
        ObjectNode json = JsonText.NODES.objectNode();
        json.put("resultType", "complete");
        json.setAll(result.json());
        if (CACHEABLE.contains(request.method())) {
            json.put("ttlMs", 0).put("cacheScope", "private");
        }
        McpService.ServerInfo info = setting.service().info();
        json.withObjectProperty("_meta")
                .putObject(SERVER_INFO_KEY)
                .put("name", info.name())
                .put("title", info.title())
                .put("version", info.version());
        return new Result(json, result.failure(), result.httpHeaders());
    }

    private static Result listen(Message.Request request, Setting setting)
            throws RpcException, IOException, InterruptedException {
        Subscription subscription = Subscription.of(request, setting.service().features());
        Reply reply = setting.reply();
        if (!reply.canStream()) {
            throw ServerMethods.invalid(
                    "The answer is an event stream. Send: Accept: application/json, text/event-stream");
        }
        Listening listening = new Listening();
        try (McpService.Subscription _ = listening.to(setting.service())) {
            reply.message(JsonText.write(subscription.acknowledgement()));
            if (!subscription.isEmpty()) {
                listening.stay(reply, subscription::notification);
            }
        }
        return new Result(subscription.end());
    }
}
