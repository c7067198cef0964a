package dev.orgbench.connect.tunnel;

import java.util.List;

/** A tunnel could not be started, or ended by itself. The message says why; the advice says what to do. */
public final class TunnelException extends Exception {
    private final String advice;
    private final List<String> output;

    public TunnelException(String message, String advice) {
        this(message, advice, List.of());
    }

    /** With the last lines of the program's output, which must hold no secrets. */
    TunnelException(String message, String advice, List<String> output) {
        super(message);
        this.advice = advice;
        this.output = List.copyOf(output);
    }

    /** What happened, in a sentence. */
    public String problem() {
        return String.valueOf(getMessage());
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }

    /** The last lines that the program wrote, without secrets; empty if it wrote none. */
    public List<String> output() {
        return output;
    }
}
