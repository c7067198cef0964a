package dev.orgbench.app;

import java.nio.file.Path;

/** Another Orgbench holds the data folder. The message says which, and what a person can do. */
public final class AlreadyRunningException extends Exception {
    /** @param pid the other's process id; 0 if unknown */
    AlreadyRunningException(Path folder, long pid) {
        super("Orgbench is already running" + (pid == 0 ? "" : " as process " + pid) + " with the data folder " + folder
                + ". Use that one, end it, or start this one with --data and another folder.");
    }

    /** The message; never null. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
