package dev.orgbench.demo.trouble;

/** A scenario that can not be played; the message names the line and what to write instead. */
public final class FaultyScenarioException extends Exception {
    FaultyScenarioException(int line, String problem) {
        super("Line " + line + ": " + problem);
    }
}
