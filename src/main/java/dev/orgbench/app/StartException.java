package dev.orgbench.app;

import org.jspecify.annotations.Nullable;

/** Orgbench cannot start. The message says why, and what a person can do about it. */
public final class StartException extends Exception {
    public StartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The message; never null. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
