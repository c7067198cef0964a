package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the response to one request. Other messages of the server may come before it on the same stream (2025-11-25,
 * transports, "Sending Messages to the Server"; 2026-07-28, "Receiving Messages").
 */
final class AwaitedAnswer implements EventStream.Sink {
    private final JsonNode id;
    private final Consumer<ObjectNode> aside;
    private @Nullable ObjectNode answer;

    /** @param aside gets the requests and notifications that are not the answer */
    AwaitedAnswer(JsonNode id, Consumer<ObjectNode> aside) {
        this.id = id;
        this.aside = aside;
    }

    @Override
    public boolean take(String type, String data) {
        ObjectNode message = WireJson.object(data);
        if (message == null) {
            return true;
        }
        if (WireJson.isResponse(message, id)) {
            answer = message;
            return false;
        }
        if (message.path("method").isTextual()) {
            aside.accept(message);
        }
        return true;
    }

    @Nullable
    ObjectNode answer() {
        return answer;
    }
}
