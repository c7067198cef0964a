package dev.orgbench.salesforce;

/** A sign-in that a person began did not lead to a session. The message says why and what to do; it holds no secret. */
public final class SignInFailedException extends Exception {
    public SignInFailedException(String message) {
        super(message);
    }

    public SignInFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The message; never null. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
