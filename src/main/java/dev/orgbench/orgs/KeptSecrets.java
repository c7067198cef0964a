package dev.orgbench.orgs;

import dev.orgbench.orgs.Keychain.KeychainException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Secrets in the operating system's keychain where one answers, else in the {@link SecretFile}. Nothing looks for a
 * keychain before a secret is put, is known to be there, or somebody asks: a start without one costs nothing. What
 * stands in the file moves to the keychain when it is next used; it leaves the file only after the keychain gave it back.
 */
public final class KeptSecrets implements Secrets, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KeptSecrets.class);
    /** Long enough for a keyring over D-Bus, and for a person to see what they are asked. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    /** In the file, under this prefix, stands which secrets the keychain has. */
    private static final String ELSEWHERE = "in-keychain/";

    private final SecretFile file;
    private final Keychain.Finder finder;
    private final Duration patience;
    private @Nullable CompletableFuture<Optional<Keychain>> finding;

    /** @param file the fallback, and the list of what the keychain has */
    public KeptSecrets(SecretFile file) {
        this(file, SystemKeychain::find, PATIENCE);
    }

    KeptSecrets(SecretFile file, Keychain.Finder finder, Duration patience) {
        this.file = file;
        this.finder = finder;
        this.patience = patience;
    }

    /** Where the next secret goes to. Looks for a keychain if nobody did so yet: may take a few seconds. */
    public SecretPlace place() {
        return keychain().map(SecretPlace::of).orElse(SecretPlace.FILE);
    }

    /** @throws SecretsException if it is in a keychain that does not answer; the message says what to do */
    @Override
    public synchronized Optional<String> get(String name) {
        Optional<String> inFile = file.get(name);
        if (inFile.isPresent()) {
            found().ifPresent(keychain -> move(keychain, name, inFile.get()));
            return inFile;
        }
        return file.get(ELSEWHERE + name).isPresent() ? fromKeychain(name) : Optional.empty();
    }

    @Override
    public synchronized void put(String name, String value) {
        boolean moved = keychain().map(keychain -> move(keychain, name, value)).orElse(false);
        if (!moved) {
            file.put(name, value);
            file.remove(ELSEWHERE + name);
        }
    }

    @Override
    public synchronized void remove(String name) {
        if (file.get(ELSEWHERE + name).isPresent()) {
            keychain().ifPresent(keychain -> {
                try {
                    keychain.remove(name);
                } catch (KeychainException e) {
                    log.warn("A secret was left in the {}: {}", keychain.name(), name, e);
                }
            });
            file.remove(ELSEWHERE + name);
        }
        file.remove(name);
    }

    /** Lets go of the keychain. */
    @Override
    public void close() {
        found().ifPresent(Keychain::close);
    }

    private Optional<String> fromKeychain(String name) {
        Keychain keychain = keychain()
                .orElseThrow(() -> new SecretsException(
                        "The secret is in this machine's keychain, and that does not answer. Unlock it, and try again.",
                        null));
        try {
            return keychain.get(name);
        } catch (KeychainException e) {
            throw new SecretsException(
                    "The secret is in the " + keychain.name()
                            + ", and that does not give it. Unlock it, and try again.",
                    e);
        }
    }

    /** Tells whether it is there now, and in the file no more. */
    private boolean move(Keychain keychain, String name, String value) {
        try {
            keychain.put(name, value);
            if (!keychain.get(name).equals(Optional.of(value))) {
                return false;
            }
            file.put(ELSEWHERE + name, keychain.name());
            file.remove(name);
            return true;
        } catch (KeychainException e) {
            log.info("The {} does not take a secret, so it stays in the file: {}", keychain.name(), e.getMessage(), e);
            return false;
        }
    }

    /** Waits a while, and then goes on without; one that answers later is used from then on. */
    private Optional<Keychain> keychain() {
        try {
            return finding().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            log.warn("Looking for a keychain failed", e);
            return Optional.empty();
        }
    }

    /** The keychain if it was found already; never waits. */
    private synchronized Optional<Keychain> found() {
        return finding == null || !finding.isDone() || finding.isCompletedExceptionally()
                ? Optional.empty()
                : finding.join();
    }

    private synchronized CompletableFuture<Optional<Keychain>> finding() {
        CompletableFuture<Optional<Keychain>> known = finding;
        if (known == null) {
            CompletableFuture<Optional<Keychain>> fresh = new CompletableFuture<>();
            // A platform thread: native libraries would pin a virtual one, and a keychain that hangs must not hold the
            // exit.
            Thread.ofPlatform().daemon().name("keychain").start(() -> {
                try {
                    fresh.complete(finder.find());
                } catch (RuntimeException | Error e) {
                    fresh.completeExceptionally(e);
                }
            });
            finding = fresh;
            known = fresh;
        }
        return known;
    }
}
