package dev.orgbench.http;

import java.io.IOException;

/** The request's body is longer than its reader allows; the server answers 413. */
public final class BodyTooLargeException extends IOException {
    public BodyTooLargeException(long limit) {
        super("The request body is longer than " + limit + " bytes");
    }
}
