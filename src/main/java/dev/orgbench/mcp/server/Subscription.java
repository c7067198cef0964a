package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.Change;
import dev.orgbench.mcp.Feature;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a modern client wants to be told on one stream: {@code subscriptions/listen} (2026-07-28, "Subscriptions"). It is
 * told nothing else, and each notification names the subscription.
 */
final class Subscription {
    private static final String ID_KEY = "io.modelcontextprotocol/subscriptionId";

    private final JsonNode id;
    private final ObjectNode honoured;
    private final Set<String> uris;

    private Subscription(JsonNode id, ObjectNode honoured, Set<String> uris) {
        this.id = id;
        this.honoured = honoured;
        this.uris = uris;
    }

    /** As far as the server has what is asked for. */
    static Subscription of(Message.Request request, Set<Feature> features) throws RpcException {
        if (!(request.params().path("notifications") instanceof ObjectNode wanted)) {
            throw ServerMethods.invalid("params.notifications must be an object, as {\"toolsListChanged\": true}");
        }
        ObjectNode honoured = JsonText.NODES.objectNode();
        for (Change.Kind list : Change.Kind.values()) {
            if (wanted.path(key(list)).asBoolean() && has(features, list)) {
                honoured.put(key(list), true);
            }
        }
        Set<String> uris = new LinkedHashSet<>();
        if (features.contains(Feature.RESOURCE_SUBSCRIPTIONS)) {
            wanted.path("resourceSubscriptions").forEach(uri -> uris.add(uri.asText()));
        }
        if (!uris.isEmpty()) {
            uris.forEach(honoured.putArray("resourceSubscriptions")::add);
        }
        return new Subscription(request.id(), honoured, uris);
    }

    /** Whether there is nothing that it would be told. */
    boolean isEmpty() {
        return honoured.isEmpty();
    }

    /** The first message on the stream. */
    ObjectNode acknowledgement() {
        ObjectNode params = JsonText.NODES.objectNode();
        params.set("notifications", honoured);
        return marked("notifications/subscriptions/acknowledged", params);
    }

    /** The notification of a change; empty for one that was not asked for. */
    Optional<ObjectNode> notification(Change change) {
        boolean wanted =
                switch (change) {
                    case Change.ListChanged(Change.Kind list) ->
                        honoured.path(key(list)).asBoolean();
                    case Change.ResourceUpdated(String uri) -> uris.contains(uri);
                    case Change.Ended _ -> false;
                };
        return wanted ? Optional.of(marked(Listening.method(change), Listening.params(change))) : Optional.empty();
    }

    /** The result that the stream ends with when the server ends it. */
    ObjectNode end() {
        ObjectNode result = JsonText.NODES.objectNode();
        result.putObject("_meta").set(ID_KEY, id);
        return result;
    }

    private ObjectNode marked(String method, ObjectNode params) {
        params.putObject("_meta").set(ID_KEY, id);
        return Message.notification(method, params);
    }

    private static String key(Change.Kind list) {
        return switch (list) {
            case TOOLS -> "toolsListChanged";
            case PROMPTS -> "promptsListChanged";
            case RESOURCES -> "resourcesListChanged";
        };
    }

    private static boolean has(Set<Feature> features, Change.Kind list) {
        return switch (list) {
            case TOOLS -> true;
            case PROMPTS -> features.contains(Feature.PROMPTS);
            case RESOURCES -> features.contains(Feature.RESOURCES);
        };
    }
}
