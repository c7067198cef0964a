package dev.orgbench.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much a server was used.
 *
 * @param calls of tools, since it was made
 * @param lastCall when the last one came in; null if there was none
 */
public record ServerUse(long calls, @Nullable Instant lastCall) {
    /** Not used yet. */
    public static final ServerUse NONE = new ServerUse(0, null);
}
