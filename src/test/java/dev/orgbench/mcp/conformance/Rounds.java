package dev.orgbench.mcp.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.Caller;
import dev.orgbench.mcp.Question;
import dev.orgbench.mcp.RefusedException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rounds of questions to the client, as {@code tools.json} describes them; the answer repeats what came back. */
record Rounds(JsonNode rounds, boolean stateful, boolean onlyAble) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static Rounds of(JsonNode described) {
        return new Rounds(
                described.path("rounds"),
                described.path("stateful").asBoolean(),
                described.path("onlyAble").asBoolean());
    }

    ArrayNode ask(ObjectNode arguments, Caller caller) throws RefusedException {
        // A round that the client has answered has brought back the state that was left in it.
        int first = Math.max(0, caller.state().path("asked").asInt() - 1);
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        for (int round = first; round < rounds.size(); round++) {
            ObjectNode state = stateful ? JSON.objectNode().put("asked", round + 1) : JSON.objectNode();
            answers.putAll(caller.ask(questions(rounds.path(round), arguments, caller), state));
        }
        ArrayNode content = JSON.arrayNode();
        content.addObject()
                .put("type", "text")
                .put("text", (stateful ? "state-ok " : "") + "Answered: " + answers.values());
        return content;
    }

    private Map<String, Question> questions(JsonNode round, ObjectNode arguments, Caller caller) {
        Map<String, Question> questions = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : round.properties()) {
            Question question = question(each.getValue(), arguments);
            if (!onlyAble || caller.can(question.kind())) {
                questions.put(each.getKey(), question);
            }
        }
        return questions;
    }

    private static Question question(JsonNode described, ObjectNode arguments) {
        for (Question.Kind kind : Question.Kind.values()) {
            if (described.has(kind.method())) {
                String text = described.path(kind.method()).asText();
                for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
                    text = text.replace(
                            "{" + argument.getKey() + "}", argument.getValue().asText());
                }
                return switch (kind) {
                    case ELICITATION -> Question.form(text, schema(described.path("schema")));
                    case SAMPLING -> new Question(kind, sampling(text));
                    case ROOTS -> new Question(kind, JSON.objectNode());
                };
            }
        }
        throw new IllegalArgumentException("no question: " + described);
    }

    private static ObjectNode schema(JsonNode properties) {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        schema.set("properties", properties);
        ArrayNode required = schema.putArray("required");
        properties.fieldNames().forEachRemaining(required::add);
        return schema;
    }

    private static ObjectNode sampling(String text) {
        ObjectNode params = JSON.objectNode().put("maxTokens", 100);
        params.putArray("messages")
                .addObject()
                .put("role", "user")
                .putObject("content")
                .put("type", "text")
                .put("text", text);
        return params;
    }
}
