package dev.orgbench.store;

/** The file could not be read or written: disk full, locked, damaged. The message is fit for a person. */
public final class StoreException extends RuntimeException {
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
