package dev.orgbench.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.salesforce.SalesforceException.Refused;
import java.util.Map;
import java.util.Optional;

/** What definitions can refer to by name where data does not suffice. */
public record Behaviours(
        Map<String, Before> before,
        Map<String, Shape> results,
        Map<String, Advice> advice,
        Map<String, Touch> touches,
        Map<String, Typed> typed) {
    public Behaviours {
        before = Map.copyOf(before);
        results = Map.copyOf(results);
        advice = Map.copyOf(advice);
        touches = Map.copyOf(touches);
        typed = Map.copyOf(typed);
    }

    /** Checks or completes a call's arguments before the method's request is sent. */
    @FunctionalInterface
    public interface Before {
        /**
         * Does its part for one call.
         *
         * @throws Refusal if the call must not go on
         * @throws SalesforceException if the org, asked for what the check needs, failed
         */
        void apply(Call call) throws Refusal, SalesforceException;
    }

    /** Makes the tool's answer from the org's. */
    @FunctionalInterface
    public interface Shape {
        /**
         * Shapes the answer to one call.
         *
         * @param answer the org's answer; missing if it had no body. Not to be changed
         * @return a new node; for a list method with all items of the answer
         */
        ObjectNode shape(Call call, JsonNode answer) throws Refusal, SalesforceException;
    }

    /** Tells what a tool for one object takes. */
    @FunctionalInterface
    public interface Typed {
        /** The object's fields as arguments; empty if there can be no such tool for it. */
        Optional<TypedFields> fields(ObjectDescribe object);
    }

    /** Says what to try after the org refused a request. */
    @FunctionalInterface
    public interface Advice {
        /** A sentence, or empty if it knows nothing about this refusal. */
        Optional<String> advise(Call call, Refused refused) throws SalesforceException;
    }

    /** Finds the objects that an argument leads to, so that a server for some objects keeps its calls to them. */
    @FunctionalInterface
    public interface Touch {
        /**
         * Passes each object that the call would touch because of {@code argument} through {@code gate}. It asks the org
         * for describes and nothing else. It comes first of all, when the arguments conform to the input schema.
         *
         * @throws Refusal from the gate, or because it cannot be told what the argument leads to
         */
        void touch(Call call, String argument, ObjectGate gate) throws Refusal, SalesforceException;
    }
}
