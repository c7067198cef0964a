package dev.orgbench.store;

import java.sql.SQLException;

/** The file could not be read or written: disk full, locked, damaged. The message is fit for a person. */
public final class StoreException extends RuntimeException {
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether the file itself is damaged, so that trying again cannot help. */
    public boolean isDamage() {
        // SQLITE_CORRUPT and SQLITE_NOTADB, sqlite.org/rescode.html.
        return getCause() instanceof SQLException cause && (cause.getErrorCode() == 11 || cause.getErrorCode() == 26);
    }
}
