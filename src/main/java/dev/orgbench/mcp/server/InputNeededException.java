package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.Question;
import dev.orgbench.mcp.RefusedException;
import java.util.Map;

/** Ends a round of the modern era: the client is to send its request again with the answers. */
final class InputNeededException extends RefusedException {
    private final transient Map<String, Question> questions;
    private final transient ObjectNode state;

    InputNeededException(Map<String, Question> questions, ObjectNode state) {
        super(Reason.INPUT_NEEDED, "Input is needed");
        this.questions = questions;
        this.state = state;
    }

    /** {@code inputRequests}: method and parameters by key (2026-07-28, "Multi Round-Trip Requests"). */
    ObjectNode requests() {
        ObjectNode requests = JsonText.NODES.objectNode();
        questions.forEach((key, question) ->
                requests.putObject(key).put("method", question.kind().method()).set("params", question.params()));
        return requests;
    }

    ObjectNode state() {
        return state;
    }
}
