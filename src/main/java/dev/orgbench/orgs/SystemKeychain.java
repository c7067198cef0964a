package dev.orgbench.orgs;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** macOS Keychain, Windows Credential Manager, or a desktop's keyring on Linux; entries of the service "Orgbench". */
final class SystemKeychain implements Keychain {
    private static final Logger log = LoggerFactory.getLogger(SystemKeychain.class);
    private static final String SERVICE = "Orgbench";

    private final Keyring keyring;

    private SystemKeychain(Keyring keyring) {
        this.keyring = keyring;
    }

    static Optional<Keychain> find() {
        try {
            return Optional.of(new SystemKeychain(Keyring.create()));
        } catch (BackendNotSupportedException | RuntimeException | LinkageError e) {
            // A native library that does not load is no keychain either.
            log.info("This machine has no keychain that answers: {}", e.toString());
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        KeyringStorageType type = keyring.getKeyringStorageType();
        return switch (type) {
            case OSX_KEYCHAIN, LEGACY_OSX_KEYCHAIN -> "macOS Keychain";
            case WINDOWS_CREDENTIAL_STORE -> "Windows Credential Manager";
            case GNOME_KEYRING -> "desktop keyring";
            case KWALLET -> "KDE wallet";
        };
    }

    @Override
    public synchronized Optional<String> get(String account) throws KeychainException {
        try {
            return Optional.ofNullable(keyring.getPassword(SERVICE, account));
        } catch (PasswordAccessException | RuntimeException e) {
            throw new KeychainException("It does not give " + account, e);
        }
    }

    @Override
    public synchronized void put(String account, String secret) throws KeychainException {
        try {
            keyring.setPassword(SERVICE, account, secret);
        } catch (PasswordAccessException | RuntimeException e) {
            throw new KeychainException("It does not take " + account, e);
        }
    }

    @Override
    public synchronized void remove(String account) throws KeychainException {
        try {
            keyring.deletePassword(SERVICE, account);
        } catch (PasswordAccessException | RuntimeException e) {
            throw new KeychainException("It does not remove " + account, e);
        }
    }

    @Override
    public void close() {
        try {
            keyring.close();
        } catch (Exception e) {
            log.debug("The keychain was not closed cleanly", e);
        }
    }
}
