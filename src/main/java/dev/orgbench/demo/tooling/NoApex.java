package dev.orgbench.demo.tooling;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;

/** What anonymous Apex comes to here: it does not compile. */
public final class NoApex {
    public static final String PROBLEM = "This demo org runs no Apex: it is a simulation of data and metadata";

    private NoApex() {}

    /** As {@code /tooling/executeAnonymous} tells it. */
    static Answer answer() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("line", 1)
                .put("column", 1)
                .put("compiled", false)
                .put("success", false)
                .put("compileProblem", PROBLEM)
                .putNull("exceptionStackTrace")
                .putNull("exceptionMessage");
        return Answer.ok(body);
    }
}
