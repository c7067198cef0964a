package dev.orgbench.trace;

import dev.orgbench.store.Store;
import dev.orgbench.store.StoreException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happened, beyond what is in memory: written by a thread of its own, a moment later. Whatever befalls the file, to
 * put something never fails and never waits.
 */
final class History implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(History.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_CLOSING = Duration.ofSeconds(5);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Pending pending = new Pending();
    private final Notices notices = new Notices();
    private final Counts uncounted = new Counts();
    private final @Nullable TraceFile file;
    private final @Nullable Thread writer;
    private volatile boolean damaged;
    private long lastId;

    private History(@Nullable TraceFile file) {
        this.file = file;
        this.writer = file == null
                ? null
                : Thread.ofPlatform().name("trace-writer").daemon().unstarted(() -> write(file));
    }

    /** Only what this run counts. */
    static History none() {
        return new History(null);
    }

    /** In that file, made if it is not there. Where that cannot be, a notice says so and only this run is known. */
    static History open(Path path, TraceFile.Bounds bounds, Clock clock) {
        TraceFile file;
        long lastId;
        try {
            file = TraceFile.open(path, bounds, clock);
            lastId = lastId(file);
        } catch (StoreException e) {
            log.warn("What happens is not kept", e);
            History none = none();
            none.notices.tell("What happens is shown but not kept for later: " + e.getMessage());
            return none;
        }
        History history = new History(file);
        history.lastId = lastId;
        file.movedAside().ifPresent(history::tellMoved);
        if (history.writer != null) {
            history.writer.start();
        }
        return history;
    }

    private static long lastId(TraceFile file) {
        try {
            return file.read(EntryReads::lastId);
        } catch (StoreException e) {
            if (!e.isDamage()) {
                throw e;
            }
            file.beginAnew();
            return 0;
        }
    }

    /** The largest id that was given out before; 0 if none was. */
    long lastId() {
        return lastId;
    }

    Notices notices() {
        return notices;
    }

    /** Keeps it, in place of an earlier one of the same id. */
    void put(TraceEntry entry) {
        if (file != null) {
            pending.put(entry);
        } else {
            synchronized (uncounted) {
                uncounted.add(entry);
            }
        }
    }

    /** As {@link Trace#older}; empty if nothing is kept. */
    Optional<List<TraceEntry>> older(long beforeId, int limit, TraceQuery query) {
        return read(connection -> EntryReads.older(connection, beforeId, limit, query));
    }

    List<Exchange> under(long messageId) {
        return read(connection -> EntryReads.under(connection, messageId)).orElse(List.of());
    }

    /** What was counted of an org since then. */
    Counts counts(String orgId, Instant from) {
        Counts counts = new Counts();
        read(connection -> {
            CountRows.read(connection, orgId, from, counts);
            return counts;
        });
        pending.addCountsTo(counts);
        synchronized (uncounted) {
            counts.addAll(uncounted);
        }
        counts.forgetBefore(Instant.ofEpochSecond(Counts.slot(from)));
        counts.forgetOthers(orgId);
        return counts;
    }

    /** How many entries wait to be written. */
    int waiting() {
        return pending.size();
    }

    /** Writes what waits, then lets the file go. */
    @Override
    public void close() {
        pending.close();
        if (writer == null || file == null) {
            return;
        }
        try {
            if (!writer.join(LONGEST_CLOSING)) {
                // A disk that is this slow must not hold the window open.
                pending.abandon();
                writer.join(LONGEST_CLOSING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        file.close();
    }

    private <T> Optional<T> read(Store.Work<T> work) {
        if (file == null) {
            return Optional.empty();
        }
        try {
            pending.flush(LONGEST_WAIT);
            return Optional.of(file.read(work));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (StoreException e) {
            // The writer puts the file aside at its next turn.
            damaged = damaged || e.isDamage();
            throw new StoreException("What was kept cannot be read: " + e.getMessage(), e);
        }
    }

    private void write(TraceFile to) {
        long retryAt = System.nanoTime();
        try {
            for (Optional<Pending.Batch> next = pending.take(); next.isPresent(); next = pending.take()) {
                Pending.Batch batch = next.get();
                if (batch.leftOut() > 0) {
                    notices.tell("More happened than the disk could take: some of it is not kept for later.");
                }
                if (System.nanoTime() - retryAt < 0 && !pending.isClosed()) {
                    pending.giveBack(batch.counts());
                } else if (!written(to, batch)) {
                    pending.giveBack(batch.counts());
                    retryAt = System.nanoTime() + RETRY_AFTER.toNanos();
                }
                pending.done();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean written(TraceFile to, Pending.Batch batch) {
        try {
            if (damaged) {
                beginAnew(to);
            }
            to.write(batch.entries(), batch.counts());
            return true;
        } catch (StoreException e) {
            log.warn("{} entries could not be kept", batch.entries().size(), e);
            if (e.isDamage() && !damaged) {
                damaged = true;
                return written(to, batch);
            }
            notices.tell("What happens is shown but not kept for later: " + e.getMessage()
                    + ". Make room on the disk; keeping goes on by itself.");
            return false;
        }
    }

    private void beginAnew(TraceFile to) {
        to.beginAnew();
        damaged = false;
        to.movedAside().ifPresent(this::tellMoved);
    }

    private void tellMoved(Path aside) {
        notices.tell("The file of what happened earlier was damaged. It was moved to " + aside + " and begun anew.");
    }
}
