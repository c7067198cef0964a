package dev.orgbench.orgs;

import org.jspecify.annotations.Nullable;

/** A secret could not be kept. The message is fit for a person and holds no secret. */
public final class SecretsException extends RuntimeException {
    public SecretsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
