package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.Question;
import dev.orgbench.mcp.RefusedException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A client of revision 2026-07-28. It declares with each request what it can do, and answers questions by sending the
 * request again with {@code inputResponses} ("Multi Round-Trip Requests").
 */
final class ModernCaller extends RequestCaller {
    private static final String LOG_LEVEL_KEY = "io.modelcontextprotocol/logLevel";

    private final JsonNode meta;
    private final JsonNode responses;
    private final ObjectNode state;

    /** @param state what the request brought back of the round before; empty if it is the first */
    ModernCaller(Message.Request request, Reply reply, ObjectNode state) {
        super(request, reply);
        this.meta = request.params().path("_meta");
        this.responses = request.params().path("inputResponses");
        this.state = state;
    }

    @Override
    public boolean can(Question.Kind kind) {
        return Capabilities.include(meta.path(EraClassifier.CAPABILITIES_KEY), kind);
    }

    @Override
    public Map<String, JsonNode> ask(Map<String, Question> questions, ObjectNode state) throws RefusedException {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        Map<String, Question> open = new LinkedHashMap<>();
        // Whoever leaves a state behind wants answers that come with it.
        boolean isAsked = state.isEmpty() || !this.state.isEmpty();
        for (Map.Entry<String, Question> each : questions.entrySet()) {
            JsonNode answer = responses.path(each.getKey());
            if (isAsked && answer.isObject()) {
                answers.put(each.getKey(), answer);
            } else {
                MissingCapabilityException.unless(
                        can(each.getValue().kind()), each.getValue().kind());
                open.put(each.getKey(), each.getValue());
            }
        }
        if (!open.isEmpty()) {
            throw new InputNeededException(open, state);
        }
        return answers;
    }

    @Override
    public ObjectNode state() {
        return state;
    }

    @Override
    String logLevel() {
        return meta.path(LOG_LEVEL_KEY).asText("");
    }
}
