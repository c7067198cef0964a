package dev.orgbench.mcp;

/**
 * A request that is answered with an error of the protocol, not of a tool. The message reaches the client. Encoders add
 * kinds of their own.
 */
public class RefusedException extends Exception {
    private final Reason reason;

    public RefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why. */
    public enum Reason {
        /** No tool or prompt of that name exists for this URL. */
        UNKNOWN_NAME,
        /** No resource of that URI exists for this URL. */
        UNKNOWN_RESOURCE,
        /** The parameters are wrong in a way that is no tool's matter. */
        INVALID_PARAMS,
        /** More is called than this URL takes; the answer's headers say when to try again. Over HTTP it is a 429. */
        TOO_MANY,
        /** The client would have to be able to do something that it has not declared. */
        MISSING_CAPABILITY,
        /** The client went, or gave no answer in time. */
        NO_ANSWER,
        /** The client may not use this URL any more, and was cut off while its request was worked on. */
        ENDED,
        /** What stands behind the server has failed; the message says how. */
        UPSTREAM_FAILED,
        /** The answer is still to come: this round ends, and the client begins another. */
        INPUT_NEEDED
    }

    /** No tool of that name exists. */
    public static RefusedException unknownTool(String name) {
        return new RefusedException(Reason.UNKNOWN_NAME, "Unknown tool: " + name);
    }

    public Reason reason() {
        return reason;
    }

    /** The message; never null. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
