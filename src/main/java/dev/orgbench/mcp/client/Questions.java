package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What a server may ask this client for, in either era: elicitation in form mode, if there is somebody to be asked. */
final class Questions {
    private static final String ELICITATION = "elicitation/create";

    private final Peer peer;
    private final @Nullable Elicitation elicitation;
    private final AtomicInteger open = new AtomicInteger();
    private volatile long answered = System.nanoTime();

    Questions(Peer peer, @Nullable Elicitation elicitation) {
        this.peer = peer;
        this.elicitation = elicitation;
    }

    /** A question that this client never said it could be asked. */
    static final class UnknownQuestionException extends Exception {
        UnknownQuestionException(String method) {
            super(method);
        }
    }

    /** The capabilities to declare. Without {@code url}: this client opens no pages for a server. */
    ObjectNode capabilities() {
        ObjectNode capabilities = WireJson.NODES.objectNode();
        if (elicitation != null) {
            capabilities.putObject("elicitation");
        }
        return capabilities;
    }

    /** Nanoseconds since somebody was being asked; 0 while somebody is. */
    long silentSince(long now) {
        return open.get() > 0 ? 0 : now - answered;
    }

    /** The result to send for a request of the server's. */
    ObjectNode answer(String method, JsonNode params) throws UnknownQuestionException, InterruptedException {
        Elicitation asked = elicitation;
        boolean form = params.path("mode").asText("form").equals("form");
        if (asked == null || !ELICITATION.equals(method) || !form) {
            throw new UnknownQuestionException(method);
        }
        ObjectNode schema = params.path("requestedSchema") instanceof ObjectNode given
                ? given
                : WireJson.NODES.objectNode().put("type", "object");
        open.incrementAndGet();
        try {
            return result(asked.ask(
                    new Elicitation.Question(peer.name(), params.path("message").asText(), schema)));
        } finally {
            answered = System.nanoTime();
            open.decrementAndGet();
        }
    }

    private static ObjectNode result(Elicitation.Answer answer) {
        ObjectNode result = WireJson.NODES.objectNode();
        switch (answer) {
            case Elicitation.Answer.Accept(ObjectNode content) ->
                result.put("action", "accept").set("content", content);
            case Elicitation.Answer.Decline _ -> result.put("action", "decline");
            case Elicitation.Answer.Cancel _ -> result.put("action", "cancel");
        }
        return result;
    }
}
