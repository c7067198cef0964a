package dev.orgbench.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.RefusedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Questions that a client of 2026-07-28 puts to its person and brings back answered. Each is good for one answer, and for
 * a while: what somebody agreed to once must not be done again on the same word. That a question was answered is known
 * to this process alone; a gateway that shares the key, or a restart, knows the time. Safe for use by several threads.
 */
final class AskedQuestions {
    /** Long enough for somebody who is at his desk. */
    static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private static final String QUESTION = "question";
    private static final String UNTIL = "until";

    private final Clock clock;

    /** Those that are still good, by what they were called; with the end of their time. */
    private final Map<String, Instant> answered = new HashMap<>();

    AskedQuestions(Clock clock) {
        this.clock = clock;
    }

    /** A question's name and time, to be left with the client. */
    ObjectNode ask() {
        return JsonNodeFactory.instance
                .objectNode()
                .put(QUESTION, UUID.randomUUID().toString())
                .put(UNTIL, Instant.now(clock).plus(GOOD_FOR).toEpochMilli());
    }

    /**
     * Takes the answer to a question.
     *
     * @param asked as {@link #ask} made it
     * @throws RefusedException if it was answered before, or its time is over
     */
    synchronized void answer(ObjectNode asked) throws RefusedException {
        Instant now = Instant.now(clock);
        Instant until = Instant.ofEpochMilli(asked.path(UNTIL).asLong());
        answered.values().removeIf(end -> !end.isAfter(now));
        if (!until.isAfter(now)) {
            throw refused("was asked more than " + GOOD_FOR.toMinutes() + " minutes ago");
        }
        if (answered.putIfAbsent(asked.path(QUESTION).asText(), until) != null) {
            throw refused("was answered before, and a call is carried out once for one answer");
        }
    }

    private static RefusedException refused(String why) {
        return new RefusedException(
                RefusedException.Reason.INVALID_PARAMS,
                "The question of params.requestState " + why
                        + ". Nothing was changed in the org by this request. Send it without requestState and"
                        + " inputResponses to have the person asked again.");
    }
}
