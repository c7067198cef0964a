package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.Question;
import dev.orgbench.mcp.RefusedException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client of a revision up to 2025-11-25. Questions go to it as requests on the stream of its own request, and it posts
 * the answers; both need a session.
 */
final class LegacyCaller extends RequestCaller {
    private final @Nullable Session session;

    LegacyCaller(Message.Request request, Reply reply, @Nullable Session session) {
        super(request, reply);
        this.session = session;
    }

    @Override
    public boolean can(Question.Kind kind) {
        return session != null && reply().canStream() && session.can(kind);
    }

    @Override
    public Map<String, JsonNode> ask(Map<String, Question> questions, ObjectNode state) throws RefusedException {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        for (Map.Entry<String, Question> each : questions.entrySet()) {
            Question question = each.getValue();
            MissingCapabilityException.unless(can(question.kind()), question.kind());
            if (session != null) {
                answers.put(each.getKey(), session.ask(question, reply()));
            }
        }
        return answers;
    }

    /** The work is never begun anew. */
    @Override
    public ObjectNode state() {
        return JsonText.NODES.objectNode();
    }

    @Override
    String logLevel() {
        return session == null ? "" : session.logLevel();
    }
}
