package dev.orgbench.orgs;

/** A secret could not be kept. The message is fit for a person and holds no secret. */
public final class SecretsException extends RuntimeException {
    public SecretsException(String message, Throwable cause) {
        super(message, cause);
    }
}
