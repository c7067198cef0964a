package dev.orgbench.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The request's body is not encoded as its headers say; the server answers 400. */
public final class MalformedBodyException extends IOException {
    MalformedBodyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
