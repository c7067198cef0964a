package dev.orgbench.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Purges servers when they expire. It goes by the clock on the wall and looks at it often, as a timer stands still while
 * the machine sleeps; its first look, at start, finds what expired meanwhile. An expired server is refused in any case:
 * this only removes what is left of it.
 */
final class ExpiryWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ExpiryWatch.class);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final ServerRegister register;
    private final Clock clock;
    private final Duration longest;
    private final Semaphore changes = new Semaphore(0);
    private final ServerRegister.Subscription subscription;
    private final Thread thread;
    private volatile boolean closed;

    private ExpiryWatch(ServerRegister register, Clock clock, Duration longest) {
        this.register = register;
        this.clock = clock;
        this.longest = longest;
        subscription = register.subscribe(change -> {
            if (change.isMoreThanUse()) {
                changes.release();
            }
        });
        thread = Thread.ofVirtual().name("expiry").unstarted(this::watch);
    }

    static ExpiryWatch start(ServerRegister register, Clock clock) {
        return start(register, clock, LONGEST);
    }

    /** @param longest how long at most it does not look at the clock */
    static ExpiryWatch start(ServerRegister register, Clock clock, Duration longest) {
        ExpiryWatch watch = new ExpiryWatch(register, clock, longest);
        watch.thread.start();
        return watch;
    }

    @Override
    public void close() {
        subscription.close();
        // Not interrupted: that would break off a write. What is closed next is the file that it may be writing to.
        closed = true;
        changes.release();
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (!closed) {
                Duration wait = untilNext();
                if (changes.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    changes.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration untilNext() {
        try {
            Optional<Instant> next = register.purge();
            Duration wait = next.map(expiry ->
                            Duration.between(Instant.now(clock), expiry).plusMillis(1))
                    .orElse(longest);
            return wait.compareTo(longest) < 0 ? wait : longest;
        } catch (RuntimeException e) {
            // Whatever it was: a watch that has ended would purge nothing any more.
            log.warn("Expired servers could not be purged; they are refused all the same", e);
            return longest;
        }
    }
}
