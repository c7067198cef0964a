package dev.orgbench.orgs;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operating system's own place for secrets. Each call may wait for the person to unlock it. */
interface Keychain extends AutoCloseable {
    /** What it is called, as {@code Windows Credential Manager}. */
    String name();

    Optional<String> get(String account) throws KeychainException;

    void put(String account, String secret) throws KeychainException;

    void remove(String account) throws KeychainException;

    @Override
    void close();

    /** It did not do what was asked. */
    class KeychainException extends Exception {
        KeychainException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Looks for one. */
    @FunctionalInterface
    interface Finder {
        /** Empty where the machine has none. May take seconds. */
        Optional<Keychain> find();
    }
}
