package dev.orgbench.orgs;

import dev.orgbench.orgs.Keychain.KeychainException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Secrets in the operating system's keychain where one answers, else in the {@link SecretFile}. Nothing looks for a
 * keychain before a secret is put or read, and nobody waits until it was found: what is put before then stands in the
 * file. From there each secret moves when it is put or read; it leaves the file only after the keychain gave it back. So
 * what stands in the file is always the secret, and what does not may be in the keychain.
 */
public final class KeptSecrets implements Secrets, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KeptSecrets.class);
    /** Long enough for a keyring over D-Bus, and for a person to see what they are asked. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    /** In the file, under this prefix, stands which secrets the keychain may have. */
    private static final String ELSEWHERE = "in-keychain/";

    private final SecretFile file;
    private final KeychainThread keychain;
    /** The names that were read from the file: each is moved once in a run, not at each reading. */
    private final Set<String> moving = ConcurrentHashMap.newKeySet();

    KeptSecrets(SecretFile file, Keychain.Finder finder, Duration patience) {
        this.file = file;
        this.keychain = new KeychainThread(finder, patience);
    }

    /** In the keychain of this machine and person. */
    public static KeptSecrets inKeychain(SecretFile file) {
        return new KeptSecrets(file, SystemKeychain::find, PATIENCE);
    }

    /** In the file, whatever keychain there is; what an earlier run gave to one is not read. */
    public static KeptSecrets inFile(SecretFile file) {
        return new KeptSecrets(file, Optional::empty, PATIENCE);
    }

    /** Where the next secret goes to. Looks for a keychain if nobody did so yet: may take a few seconds. */
    public SecretPlace place() {
        try {
            return keychain.now(SecretPlace::of);
        } catch (KeychainException none) {
            return SecretPlace.FILE;
        }
    }

    /** @throws SecretsException if it is in a keychain that does not give it in time; the message says what to do */
    @Override
    public Optional<String> get(String name) {
        Optional<String> inFile = file.get(name);
        if (inFile.isPresent()) {
            if (!keychain.isMissing() && moving.add(name)) {
                Future<Boolean> _ = move(name, inFile.get());
            }
            return inFile;
        }
        return file.get(ELSEWHERE + name).isPresent() ? fromKeychain(name) : Optional.empty();
    }

    @Override
    public synchronized void put(String name, String value) {
        boolean isFound = keychain.found().isPresent();
        if (isFound && file.get(name).isEmpty()) {
            file.put(ELSEWHERE + name, "");
            if (!isTaken(keychain.later(known -> handedOver(known, name, value)))) {
                file.put(name, value);
            }
        } else {
            file.put(name, value);
            Future<Boolean> moved = move(name, value);
            boolean _ = isFound && isTaken(moved);
        }
    }

    @Override
    public synchronized void remove(String name) {
        boolean isElsewhere;
        synchronized (file) {
            isElsewhere = file.get(ELSEWHERE + name).isPresent();
            file.remove(name);
            file.remove(ELSEWHERE + name);
        }
        if (isElsewhere && !keychain.isMissing()) {
            try {
                keychain.now(known -> {
                    known.remove(name);
                    return true;
                });
            } catch (KeychainException e) {
                log.warn("A secret may be left in the {}: {}", keychainName(), name, e);
            }
        }
    }

    /** Lets go of the keychain. */
    @Override
    public void close() {
        keychain.close();
    }

    private Optional<String> fromKeychain(String name) {
        Future<Optional<String>> asked = keychain.later(known -> known.get(name));
        try {
            return keychain.answer(asked);
        } catch (KeychainException e) {
            // Each reading that is still to come would ask the person once more.
            asked.cancel(false);
            throw new SecretsException(
                    "The secret is in the " + keychainName() + ", and that does not give it. Unlock it, and try again.",
                    e);
        }
    }

    /** Gives, later, whether it is there, and in the file no more. */
    private Future<Boolean> move(String name, String value) {
        return keychain.later(known -> {
            // Marked before the keychain has it: whoever removes it meanwhile removes it there too, after this.
            synchronized (file) {
                if (!file.get(name).equals(Optional.of(value))) {
                    return false;
                }
                file.put(ELSEWHERE + name, "");
            }
            return handedOver(known, name, value);
        });
    }

    private boolean handedOver(Keychain known, String name, String value) throws KeychainException {
        known.put(name, value);
        boolean isThere = known.get(name).equals(Optional.of(value));
        if (isThere) {
            file.remove(name, value);
        }
        return isThere;
    }

    private boolean isTaken(Future<Boolean> moved) {
        try {
            return keychain.answer(moved);
        } catch (KeychainException e) {
            log.info("The {} does not take a secret, so it stays in the file", keychainName(), e);
            return false;
        }
    }

    private String keychainName() {
        return keychain.found().map(Keychain::name).orElse("keychain of this machine");
    }
}
