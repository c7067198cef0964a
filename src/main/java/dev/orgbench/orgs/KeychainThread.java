package dev.orgbench.orgs;

import dev.orgbench.orgs.Keychain.KeychainException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that speaks with the keychain, in the order in which it was asked to. A keychain that is locked answers
 * when its person has unlocked it, which may be never: whoever asks here waits a while, and then goes on without.
 */
final class KeychainThread implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KeychainThread.class);

    private final Keychain.Finder finder;
    private final Duration patience;
    // A platform thread: native libraries would pin a virtual one, and a keychain that hangs must not hold the exit.
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("keychain").factory());
    private volatile boolean looked;
    private volatile @Nullable Keychain keychain;
    /** Was asked behind what was waited for in vain; while it is not done, nothing else will be. */
    private volatile @Nullable Future<?> stuck;

    KeychainThread(Keychain.Finder finder, Duration patience) {
        this.finder = finder;
        this.patience = patience;
    }

    /** What is asked of it. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Keychain keychain) throws KeychainException;
    }

    /** The keychain did not answer in time; or there is none. What was asked for may still be done later. */
    static final class SilentException extends KeychainException {
        SilentException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The keychain, if it was found already; never waits. */
    Optional<Keychain> found() {
        return Optional.ofNullable(keychain);
    }

    /** Whether the machine turned out to have none. */
    boolean isMissing() {
        return looked && keychain == null;
    }

    /** Asks after all that was asked before; looks for the keychain if nobody did so yet. */
    <T> Future<T> later(Question<T> question) {
        return thread.submit(() -> question.ask(lookedFor()));
    }

    /**
     * As {@link #later}, and waits for the answer.
     *
     * @throws SilentException if none came in time
     */
    <T> T now(Question<T> question) throws KeychainException {
        return answer(later(question));
    }

    /** Waits for an answer, but not behind one that was waited for in vain. */
    <T> T answer(Future<T> asked) throws KeychainException {
        Future<?> before = stuck;
        boolean isFree = before == null || before.isDone();
        try {
            return asked.get(isFree ? patience.toMillis() : 0, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (isFree) {
                stuck = thread.submit(() -> {});
            }
            throw new SilentException("It did not answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SilentException("Nobody waits for its answer any more", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KeychainException refused
                    ? refused
                    : new KeychainException("It failed", e.getCause());
        }
    }

    /** Lets go of the keychain, when it has done what it was asked to; who closes Orgbench waits a second for it at most. */
    @Override
    public void close() {
        found().ifPresent(known -> thread.execute(known::close));
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Keychain lookedFor() throws SilentException {
        if (!looked) {
            try {
                keychain = finder.find().orElse(null);
            } catch (RuntimeException | Error e) {
                log.warn("Looking for a keychain failed", e);
            }
            looked = true;
        }
        Keychain found = keychain;
        if (found == null) {
            throw new SilentException("This machine has no keychain", null);
        }
        return found;
    }
}
