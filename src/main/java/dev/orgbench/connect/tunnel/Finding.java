package dev.orgbench.connect.tunnel;

import java.nio.file.Path;

/** Whether a tunnel's program is on this machine. */
public sealed interface Finding {
    /**
     * It is.
     *
     * @param program its file
     * @param version what it says of itself, on one line; empty if it was not asked
     */
    record Found(Path program, String version) implements Finding {}

    /** It is not. */
    record Missing() implements Finding {}

    /**
     * It is, but does not run.
     *
     * @param why a sentence
     */
    record Faulty(Path program, String why) implements Finding {}
}
