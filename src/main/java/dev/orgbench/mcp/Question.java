package dev.orgbench.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a server asks a client while it works on a request.
 *
 * @param kind what is asked
 * @param params as the specification gives them for that method (2026-07-28, "Elicitation", "Sampling", "Roots")
 */
public record Question(Kind kind, ObjectNode params) {
    /** What can be asked; a client declares for each whether it can answer. */
    public enum Kind {
        /** A form that a person fills in. */
        ELICITATION("elicitation", "elicitation/create"),
        /** A text from the client's model. */
        SAMPLING("sampling", "sampling/createMessage"),
        /** The folders that the client works in. */
        ROOTS("roots", "roots/list");

        private final String capability;
        private final String method;

        Kind(String capability, String method) {
            this.capability = capability;
            this.method = method;
        }

        /** The client capability that this needs, as {@code elicitation}. */
        public String capability() {
            return capability;
        }

        /** The JSON-RPC method, as {@code elicitation/create}. */
        public String method() {
            return method;
        }
    }

    /**
     * A form.
     *
     * @param message what the person reads
     * @param schema JSON Schema of the answer: an object of plain values
     */
    public static Question form(String message, ObjectNode schema) {
        ObjectNode params = schema.objectNode().put("message", message);
        params.set("requestedSchema", schema);
        return new Question(Kind.ELICITATION, params);
    }
}
