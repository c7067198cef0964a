package dev.orgbench.salesforce;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request to an org that failed. The message is fit for a person and for a model; it holds no secret. */
public abstract sealed class SalesforceException extends Exception {
    private SalesforceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The message; never null. */
    public String text() {
        return String.valueOf(getMessage());
    }

    /** Salesforce answered with an error of its own; code and message are verbatim. */
    public static final class Refused extends SalesforceException {
        private final int status;
        private final String errorCode;
        private final List<String> fields;
        private final @Nullable String retryAfter;

        /** @param retryAfter the Retry-After header, or null */
        public Refused(int status, String errorCode, String message, List<String> fields, @Nullable String retryAfter) {
            super(message, null);
            this.status = status;
            this.errorCode = errorCode;
            this.fields = List.copyOf(fields);
            this.retryAfter = retryAfter;
        }

        public int status() {
            return status;
        }

        /** {@code INVALID_FIELD}, {@code REQUEST_LIMIT_EXCEEDED}, ... */
        public String errorCode() {
            return errorCode;
        }

        public List<String> fields() {
            return fields;
        }

        public @Nullable String retryAfter() {
            return retryAfter;
        }
    }

    /** The session ended and could not be renewed: the person has to sign in again. */
    public static final class SignInNeeded extends SalesforceException {
        public SignInNeeded(String message) {
            super(message, null);
        }
    }

    /** No answer, or none that could be understood. */
    public static final class Unreachable extends SalesforceException {
        public Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The calling thread was interrupted, and the request with it. The interrupt flag is set again. */
    public static final class Cancelled extends SalesforceException {
        public Cancelled(String message) {
            super(message, null);
        }
    }
}
