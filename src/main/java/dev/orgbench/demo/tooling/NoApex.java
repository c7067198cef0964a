package dev.orgbench.demo.tooling;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.wire.ApiError;
import java.util.Locale;

/** Requests to run Apex, which the demo org does not: said in the form in which clients expect bad news. */
public final class NoApex {
    public static final String WORDS = "This demo org runs no Apex";

    private NoApex() {}

    /** An anonymous block is one that does not compile; tests are refused. */
    static Answer answer(Call call) throws ApiError {
        if (!call.path().getFirst().toLowerCase(Locale.ROOT).equals("executeanonymous")) {
            throw new ApiError(400, "FUNCTIONALITY_NOT_ENABLED", WORDS);
        }
        call.requireGet();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("line", 1).put("column", 1).put("compiled", false).put("success", false);
        body.put("compileProblem", WORDS).putNull("exceptionStackTrace").putNull("exceptionMessage");
        return Answer.ok(body);
    }
}
