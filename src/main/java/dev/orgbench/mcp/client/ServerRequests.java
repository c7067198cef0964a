package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Answers the requests that a server of the legacy era sends on a stream (2025-11-25, elicitation, ping). Each is
 * answered on a thread of its own, so that the stream is read on: the server may take its question back.
 */
final class ServerRequests implements AutoCloseable {
    private static final int METHOD_NOT_FOUND = -32601;

    private final Questions questions;
    private final Consumer<ObjectNode> send;
    private final Map<JsonNode, Thread> underWay = new ConcurrentHashMap<>();

    /** @param send sends a response; may block */
    ServerRequests(Questions questions, Consumer<ObjectNode> send) {
        this.questions = questions;
        this.send = send;
    }

    /** Takes a message of the server's that is no response. */
    void take(ObjectNode said) {
        JsonNode id = said.path("id");
        if (id.isTextual() || id.isNumber()) {
            underWay.computeIfAbsent(
                    id, each -> Thread.ofVirtual().name("mcp-client-question").start(() -> respond(each, said)));
        } else if (said.path("method").asText().equals("notifications/cancelled")) {
            Thread asked = underWay.remove(said.at("/params/requestId"));
            if (asked != null) {
                asked.interrupt();
            }
        }
    }

    /** Nobody waits for what is still open. */
    @Override
    public void close() {
        underWay.values().forEach(Thread::interrupt);
        underWay.clear();
    }

    private void respond(JsonNode id, ObjectNode request) {
        ObjectNode response = WireJson.NODES.objectNode().put("jsonrpc", "2.0");
        response.set("id", id);
        String method = request.path("method").asText();
        try {
            response.set(
                    "result",
                    method.equals("ping")
                            ? WireJson.NODES.objectNode()
                            : questions.answer(method, request.path("params")));
        } catch (Questions.UnknownQuestionException e) {
            response.putObject("error")
                    .put("code", METHOD_NOT_FOUND)
                    .put("message", "This client does not answer " + method);
        } catch (InterruptedException e) {
            return;
        }
        if (underWay.remove(id) != null) {
            send.accept(response);
        }
    }
}
