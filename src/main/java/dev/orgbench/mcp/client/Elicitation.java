package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts a server's questions to a person. A client that was given none does not say that it can be asked. */
@FunctionalInterface
public interface Elicitation {
    /**
     * Asks, and waits for the answer.
     *
     * @throws InterruptedException if nobody waits for the answer any more
     */
    Answer ask(Question question) throws InterruptedException;

    /**
     * What a server wants to know (2025-11-25 and 2026-07-28, elicitation, form mode).
     *
     * @param server who asks: its host and port
     * @param message its words
     * @param schema a JSON Schema of a flat object: texts, numbers, truth values and choices
     */
    record Question(String server, String message, ObjectNode schema) {}

    /** What the person did about it. */
    sealed interface Answer {
        /** Agreed, with what the schema asks for. */
        record Accept(ObjectNode content) implements Answer {}

        /** Said no. */
        record Decline() implements Answer {}

        /** Put the question away without an answer. */
        record Cancel() implements Answer {}
    }
}
