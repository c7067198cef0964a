package dev.orgbench.store;

import java.sql.SQLException;

/** The file could not be read or written: disk full, locked, damaged. The message is fit for a person. */
public final class StoreException extends RuntimeException {
    // Result codes, sqlite.org/rescode.html.
    static final int CORRUPT = 11;
    private static final int READ_ONLY = 8;
    private static final int FULL = 13;
    private static final int NOT_A_DATABASE = 26;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether the file itself is damaged, so that trying again cannot help. */
    public boolean isDamage() {
        return getCause() instanceof SQLException cause
                && (cause.getErrorCode() == CORRUPT || cause.getErrorCode() == NOT_A_DATABASE);
    }

    /** @param what failed, as a sentence without its full stop */
    static StoreException of(String what, SQLException refused) {
        String why =
                switch (refused.getErrorCode()) {
                    case FULL -> "the disk is full. Make room on it, then try again";
                    case READ_ONLY -> "it may be read but not written. Give yourself the right to write it";
                    default -> String.valueOf(refused.getMessage());
                };
        return new StoreException(what + ": " + why, refused);
    }
}
