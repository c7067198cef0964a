package dev.orgbench.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The client that a request came from, as whoever works on the request may speak with it. What a client has not asked
 * for, or cannot take, is left out silently; questions alone fail.
 */
public interface Caller {
    /** Whether it has declared that it can answer such a question, and can be reached with one. */
    boolean can(Question.Kind kind);

    /**
     * Asks, and gives the answers by the questions' keys, as the specification shapes each result.
     *
     * <p>In the modern era a request is not held open while somebody thinks: the client sends it again with the answers,
     * and all of the work begins anew. So this is to be called before anything is done that must not be done twice.
     *
     * @param state comes back by {@link #state} when the work begins anew; the client sees it, but cannot change it. With
     *     one, only answers to this very request count; empty for none
     * @throws RefusedException if the client cannot answer; also to end this round, so it must be let through
     */
    Map<String, JsonNode> ask(Map<String, Question> questions, ObjectNode state) throws RefusedException;

    /** What {@link #ask} left behind in the round before; empty in the first. */
    ObjectNode state();

    /**
     * Tells how far the work has come. Values must rise.
     *
     * @param total 0 if it is not known
     * @param message a few words
     */
    void progress(double done, double total, String message);

    /**
     * Sends a log message, if the client wants those of this level.
     *
     * @param level of RFC 5424: {@code debug}, {@code info}, {@code notice}, {@code warning}, {@code error}, ...
     */
    void log(String level, String logger, JsonNode data);
}
