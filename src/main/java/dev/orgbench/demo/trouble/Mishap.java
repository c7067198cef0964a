package dev.orgbench.demo.trouble;

import java.time.Duration;

/** What may happen to a request instead of its answer, or on the way to it. */
public sealed interface Mishap {
    /**
     * It is answered with an error and does nothing.
     *
     * @param retryAfterSeconds 0 for no {@code Retry-After}
     */
    record Refusal(int status, String errorCode, String message, int retryAfterSeconds) implements Mishap {}

    /** It is answered later. */
    record Slowness(Duration delay) implements Mishap {}

    /**
     * It is carried out, but the connection breaks within the answer's body.
     *
     * @param afterBytes how much of the body arrives; at most all but its last byte
     */
    record CutOff(int afterBytes) implements Mishap {
        /** In the middle of the body. */
        static final int HALF = -1;
    }
}
