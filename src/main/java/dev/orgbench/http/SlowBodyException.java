package dev.orgbench.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The request's body stopped coming, or came too slowly; the server answers 408. */
public final class SlowBodyException extends IOException {
    SlowBodyException(@Nullable IOException cause) {
        super("The rest of the request's body did not come in time. Send it again, whole", cause);
    }
}
