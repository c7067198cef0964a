package dev.orgbench.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.Salesforce;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One call of a tool under way: its arguments, and what the behaviours found out. Used by one thread. */
public final class Call {
    private final Tool tool;
    private final ObjectNode arguments;
    private final Api api;
    private final Terms terms;
    private final Work.Progress progress;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final ObjectNode notes;
    private @Nullable JsonNode body;

    Call(Tool tool, ObjectNode arguments, Api api, Terms terms, Work.Progress progress) {
        this.tool = tool;
        this.arguments = arguments.deepCopy();
        this.api = api;
        this.terms = terms;
        this.progress = progress;
        this.notes = arguments.objectNode();
    }

    public Tool tool() {
        return tool;
    }

    /** What the call's requests go to. */
    public Api api() {
        return api;
    }

    /** The org, for behaviours of Salesforce's own definitions. */
    public Salesforce salesforce() {
        if (api instanceof OrgApi(Salesforce salesforce)) {
            return salesforce;
        }
        throw new IllegalStateException("a behaviour of Salesforce's in a definition of " + api.called());
    }

    /** The terms of the server that the call came to. */
    public Terms terms() {
        return terms;
    }

    /** Whom to tell how far the call has come. */
    public Work.Progress progress() {
        return progress;
    }

    /** The arguments, checked against the input schema; behaviours may complete them. */
    public ObjectNode arguments() {
        return arguments;
    }

    /** A text argument; empty if it was not given. */
    public String text(String name) {
        return arguments.path(name).asText("");
    }

    /** The texts of a list argument; none if it was not given. */
    public List<String> texts(String name) {
        return texts(arguments.path(name));
    }

    /** The texts that a list argument stands for if it is not given: the {@code default} of its schema. */
    public List<String> usualTexts(String name) {
        return texts(tool.inputSchema().path("properties").path(name).path("default"));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Whether an argument is true; false if it was not given. */
    public boolean isSet(String name) {
        return isSet(name, false);
    }

    /** Whether an argument is true, or {@code usual} if it was not given. */
    public boolean isSet(String name, boolean usual) {
        return arguments.path(name).asBoolean(usual);
    }

    /** Gives {@code {name}} in the definition's query its value. The value goes in as it is. */
    public void setVariable(String name, String value) {
        variables.put(name, value);
    }

    Map<String, String> variables() {
        return variables;
    }

    /** Sends {@code body} instead of what the definition would make of the arguments. */
    public void setBody(JsonNode body) {
        this.body = body;
    }

    Optional<JsonNode> body() {
        return Optional.ofNullable(body);
    }

    /** What a behaviour before the request leaves for the one that shapes the answer. */
    public ObjectNode notes() {
        return notes;
    }
}
