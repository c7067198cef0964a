package dev.orgbench.tools;

/**
 * A call that we refuse ourselves. The message says which argument, what is wrong with it and what would be right; it
 * is fit for a person and for a model.
 */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private static final String TOO_LARGE = "RESULT_TOO_LARGE";
    private static final String UNUSABLE_ANSWER = "UNUSABLE_ANSWER";

    private final String code;

    private Refusal(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Something is wrong with the arguments; nothing was written. */
    public static Refusal ofArguments(String message) {
        return new Refusal("INVALID_ARGUMENT", message);
    }

    /** The server gives no access to an object that the call would touch; nothing was sent but describes. */
    static Refusal notInScope(String message) {
        return new Refusal("OBJECT_NOT_IN_SCOPE", message);
    }

    /** What came back cannot be used; whatever the call was to do is done. */
    static Refusal ofAnswer(String message) {
        return new Refusal(UNUSABLE_ANSWER, message);
    }

    /** The answer does not fit into the server's byte budget and cannot be cut. */
    static Refusal tooLarge(String message) {
        return new Refusal(TOO_LARGE, message);
    }

    /** Whether the request had been answered already: what it was to change is changed. */
    boolean isAfterwards() {
        return code.equals(TOO_LARGE) || code.equals(UNUSABLE_ANSWER);
    }

    String code() {
        return code;
    }

    /** The message; never null. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
