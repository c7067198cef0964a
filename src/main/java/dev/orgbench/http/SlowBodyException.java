package dev.orgbench.http;

import java.io.IOException;

/** The request's body stopped coming; the server answers 408. */
public final class SlowBodyException extends IOException {
    SlowBodyException(IOException cause) {
        super("The rest of the request's body did not come in time. Send it again, whole", cause);
    }
}
