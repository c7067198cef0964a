package dev.orgbench.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.Caller;
import dev.orgbench.mcp.Question;
import dev.orgbench.mcp.RefusedException;
import dev.orgbench.orgs.Org;
import dev.orgbench.tools.Tool;
import java.util.Map;

/** Asks the person in front of the client before a destructive tool is carried out, where the client can ask him. */
final class Confirmation {
    private static final String KEY = "confirm";
    private static final int SHOWN = 600;

    private final AskedQuestions questions;

    Confirmation(AskedQuestions questions) {
        this.questions = questions;
    }

    /**
     * Whether the call may go on.
     *
     * @throws RefusedException as {@link Caller#ask} does, and if the question was answered before or long ago
     */
    boolean given(Tool tool, ObjectNode arguments, Org org, Caller caller) throws RefusedException {
        if (!tool.destructive() || !caller.can(Question.Kind.ELICITATION)) {
            return true;
        }
        // With a state of ours, an answer counts only for this very call: nobody can answer before he was asked.
        Question question = Question.form(message(tool, arguments, org), schema());
        JsonNode answer = caller.ask(Map.of(KEY, question), questions.ask()).get(KEY);
        if (!caller.state().isEmpty()) {
            questions.answer(caller.state());
        }
        return answer != null
                && answer.path("action").asText().equals("accept")
                && answer.path("content").path(KEY).asBoolean();
    }

    /** What the model reads when the person has said no. */
    static String refusal(Tool tool) {
        return tool.name() + " was not carried out: the person who was asked did not confirm it. Nothing was changed in"
                + " the org. Do not call it again unless they ask for it.";
    }

    private static String message(Tool tool, ObjectNode arguments, Org org) {
        String whole = arguments.toString();
        String shown = visible(whole.substring(0, Math.min(SHOWN, whole.length())));
        int hidden = whole.length() - SHOWN;
        return tool.title() + " in " + org.label() + "? " + tool.name() + " would be called with " + shown
                + (hidden > 0 ? " … and " + hidden + " more characters, which do not fit here." : "");
    }

    /** Signs that cannot be seen, or turn the direction of what follows, would show another text than is sent. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(sign -> {
            int type = Character.getType(sign);
            boolean hides = type == Character.FORMAT || type == Character.CONTROL || type == Character.LINE_SEPARATOR;
            visible.append(hides ? String.format("\\u%04x", sign) : Character.toString(sign));
        });
        return visible.toString();
    }

    private static ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        schema.putObject("properties")
                .putObject(KEY)
                .put("type", "boolean")
                .put("title", "Carry it out")
                .put("description", "This changes or deletes what is there");
        schema.putArray("required").add(KEY);
        return schema;
    }
}
