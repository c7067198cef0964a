package dev.orgbench.trace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is not on disk yet. Putting never waits for the disk: where it cannot keep up, the oldest entries are left out,
 * though not the counts. Safe for use by several threads.
 */
final class Pending {
    static final int MOST_ENTRIES = 20_000;
    private static final long MOST_CHARACTERS = 32L * 1024 * 1024;
    private static final int BATCH = 2_000;
    private static final Duration GATHERED = Duration.ofMillis(300);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** By id, so that a message that is answered at once is written once. */
    private final Map<Long, TraceEntry> entries = new LinkedHashMap<>();

    private Counts counts = new Counts();
    private long characters;
    private long leftOut;
    private long put;
    private long taken;
    private long done;
    private boolean hurried;
    private boolean closed;

    /** Some of it, to be written in one go. */
    record Batch(List<TraceEntry> entries, Counts counts, long leftOut) {}

    /** Takes an entry, in place of an earlier one of the same id, and counts its API use. */
    void put(TraceEntry entry) {
        lock.lock();
        try {
            put++;
            counts.add(entry);
            TraceEntry before = entries.put(entry.id(), entry);
            characters += EntryText.characters(entry) - (before == null ? 0 : EntryText.characters(before));
            while (entries.size() > MOST_ENTRIES || (characters > MOST_CHARACTERS && entries.size() > 1)) {
                characters -= EntryText.characters(firstAway());
                leftOut++;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for entries, and a little longer for more of them; empty when closed and all is taken. */
    Optional<Batch> take() throws InterruptedException {
        lock.lock();
        try {
            while (entries.isEmpty() && !closed) {
                taken = put;
                done = put;
                changed.signalAll();
                changed.await();
            }
            long left = GATHERED.toNanos();
            while (!hurried && !closed && left > 0 && entries.size() < BATCH) {
                left = changed.awaitNanos(left);
            }
            if (entries.isEmpty() && counts.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(batch());
        } finally {
            lock.unlock();
        }
    }

    /** Tells that what was taken is written, or never will be. */
    void done() {
        lock.lock();
        try {
            done = taken;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes counts back that could not be written, unless it is closed: then they are lost. */
    void giveBack(Counts unwritten) {
        lock.lock();
        try {
            if (!closed) {
                counts.addAll(unwritten);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Adds to {@code sums} what is counted and not yet taken. */
    void addCountsTo(Counts sums) {
        lock.lock();
        try {
            sums.addAll(counts);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until what was put before is written, at most so long. */
    void flush(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long goal = put;
            long left = atMost.toNanos();
            while (done < goal && left > 0) {
                hurried = true;
                changed.signalAll();
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Drops the entries that were not taken yet; their counts stay. */
    void abandon() {
        lock.lock();
        try {
            entries.clear();
            characters = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return entries.size();
        } finally {
            lock.unlock();
        }
    }

    private Batch batch() {
        List<TraceEntry> some = new ArrayList<>();
        while (!entries.isEmpty() && some.size() < BATCH) {
            TraceEntry first = firstAway();
            characters -= EntryText.characters(first);
            some.add(first);
        }
        if (entries.isEmpty()) {
            taken = put;
            hurried = false;
        }
        Batch batch = new Batch(some, counts, leftOut);
        counts = new Counts();
        leftOut = 0;
        return batch;
    }

    private TraceEntry firstAway() {
        var all = entries.values().iterator();
        TraceEntry first = all.next();
        all.remove();
        return first;
    }
}
