package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.Question;
import dev.orgbench.mcp.RefusedException;

/** A client would have to answer a question, and has not declared that it can. */
final class MissingCapabilityException extends RefusedException {
    private final Question.Kind kind;

    private MissingCapabilityException(Question.Kind kind) {
        super(
                Reason.MISSING_CAPABILITY,
                "This needs a client with the capability \"" + kind.capability() + "\", which was not declared");
        this.kind = kind;
    }

    static void unless(boolean can, Question.Kind kind) throws MissingCapabilityException {
        if (!can) {
            throw new MissingCapabilityException(kind);
        }
    }

    /** The capabilities that would do, as a client declares them. */
    ObjectNode required() {
        ObjectNode required = JsonText.NODES.objectNode();
        required.putObject(kind.capability());
        return required;
    }
}
