package dev.orgbench.connect.merge;

/** A configuration file was left alone, because changing it might have broken it. The message says what to mend. */
public final class UnreadableConfigException extends Exception {
    public UnreadableConfigException(String message) {
        super(message);
    }

    public UnreadableConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
