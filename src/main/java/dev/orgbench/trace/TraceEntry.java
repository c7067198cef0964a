package dev.orgbench.trace;

import java.time.Instant;

/** One thing that happened: a message from a client, or an exchange with an org. */
public sealed interface TraceEntry permits Message, Exchange {
    /** Counts up over messages and exchanges alike, also across restarts; what happened later has the larger one. */
    long id();

    /** When it began. */
    Instant started();
}
