package dev.orgbench.trace;

import dev.orgbench.store.Store;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** {@code trace.db}. Reading does not wait for writing; one thread writes. All methods throw StoreException. */
final class TraceFile implements AutoCloseable {
    /** How long counts of API use are kept: the screen shows seven days. */
    static final Duration COUNTS_KEPT = Duration.ofDays(8);

    private static final Duration SWEEP_EVERY = Duration.ofHours(1);

    private final Path file;
    private final Bounds bounds;
    private final Clock clock;
    private volatile Stores stores;
    /** Not less than what is there: counted exactly whenever it seems too much. */
    private Size size = new Size(0, 0);

    private Instant swept = Instant.EPOCH;

    private TraceFile(Path file, Bounds bounds, Clock clock, Stores stores) {
        this.file = file;
        this.bounds = bounds;
        this.clock = clock;
        this.stores = stores;
    }

    /** How much is kept. */
    record Bounds(long entries, long bytes) {
        static final Bounds USUAL = new Bounds(100_000, 256L * 1024 * 1024);
    }

    private record Stores(Store writing, Store reading) {}

    private record Size(long entries, long bytes) {
        boolean exceeds(Bounds bounds) {
            return entries > bounds.entries() || bytes > bounds.bytes();
        }
    }

    static TraceFile open(Path file, Bounds bounds, Clock clock) {
        Store writing = Store.open(file, TraceForm.FORM, clock);
        return new TraceFile(file, bounds, clock, new Stores(writing, Store.open(file, TraceForm.FORM, clock)));
    }

    /** Where a damaged file was moved to. */
    Optional<Path> movedAside() {
        return stores.writing().movedAside();
    }

    /** Moves the file aside and begins a new one. Of the writing thread. */
    void beginAnew() {
        close();
        Store writing = Store.openAnew(file, TraceForm.FORM, clock);
        stores = new Stores(writing, Store.open(file, TraceForm.FORM, clock));
        size = new Size(0, 0);
        swept = Instant.EPOCH;
    }

    <T> T read(Store.Work<T> work) {
        return stores.reading().run(work);
    }

    /** Writes all of it or nothing; lets the oldest go where there is too much. Of the writing thread. */
    void write(Collection<TraceEntry> entries, Counts counts) {
        stores.writing().run(connection -> {
            boolean first = swept.equals(Instant.EPOCH);
            long bytes = EntryRows.write(connection, entries);
            CountRows.write(connection, counts);
            size = first ? size(connection) : new Size(size.entries() + entries.size(), size.bytes() + bytes);
            if (size.exceeds(bounds)) {
                letOldestGo(connection);
            }
            Instant now = Instant.now(clock);
            if (first || Duration.between(swept, now).compareTo(SWEEP_EVERY) > 0) {
                CountRows.deleteBefore(connection, now.minus(COUNTS_KEPT));
                swept = now;
            }
            return size;
        });
    }

    @Override
    public void close() {
        stores.writing().close();
        stores.reading().close();
    }

    private void letOldestGo(Connection connection) throws SQLException {
        size = size(connection);
        long atOnce = Math.max(1, bounds.entries() / 50);
        while (size.exceeds(bounds) && size.entries() > 1) {
            long firstKept = idAt(connection, Math.min(atOnce, size.entries() - 1));
            for (String sql : new String[] {
                "DELETE FROM words WHERE rowid < ?",
                "DELETE FROM content WHERE id < ?",
                "DELETE FROM entry WHERE id < ?"
            }) {
                try (PreparedStatement delete = connection.prepareStatement(sql)) {
                    delete.setLong(1, firstKept);
                    delete.executeUpdate();
                }
            }
            size = size(connection);
        }
    }

    private static long idAt(Connection connection, long offset) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM entry ORDER BY id LIMIT 1 OFFSET ?")) {
            select.setLong(1, offset);
            return select.executeQuery().getLong(1);
        }
    }

    private static Size size(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT count(*), coalesce(sum(size), 0) FROM entry");
                ResultSet row = select.executeQuery()) {
            return new Size(row.getLong(1), row.getLong(2));
        }
    }
}
