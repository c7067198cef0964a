package dev.orgbench.demo.data;

import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SQLite file behind the org: one writer at a time, readers beside it (WAL). What {@link #write} has returned from
 * survives a killed process.
 */
public final class OrgFile implements AutoCloseable {
    /** Rises with every change of what the tables or the sample data look like. */
    static final int VERSION = 6;

    private static final Logger log = LoggerFactory.getLogger(OrgFile.class);

    private final Path path;
    private final Writer writer;
    private final Readers readers;
    private final ReentrantReadWriteLock shape = new ReentrantReadWriteLock(true);
    private final boolean fresh;
    private final @Nullable Path movedAside;

    private OrgFile(Path path, Writer writer, Readers readers, boolean fresh, @Nullable Path movedAside) {
        this.path = path.toAbsolutePath();
        this.writer = writer;
        this.readers = readers;
        this.fresh = fresh;
        this.movedAside = movedAside;
    }

    /** What a connection needs before its first use. */
    @FunctionalInterface
    public interface Setup {
        void prepare(Connection db) throws SQLException;
    }

    /**
     * Opens the file, or makes it. One that is no sound database of this version is moved aside first, with the date in
     * its name.
     *
     * @param setup adds to each connection what the statements on it call
     * @throws IOException if the place can not be written to, or another program holds the file
     */
    public static OrgFile open(Path file, Clock clock, Setup setup) throws IOException {
        FileCondition condition = FileCondition.of(file);
        Path movedAside = null;
        if (condition == FileCondition.UNUSABLE) {
            movedAside = FileCondition.moveAside(file, clock);
            log.warn("The demo org's file {} could not be used; it is kept as {} and made anew", file, movedAside);
        }
        try {
            // The writer first: it makes the file.
            Writer writer = new Writer(file, setup);
            Readers readers = new Readers(file, setup);
            return new OrgFile(file, writer, readers, condition != FileCondition.SOUND, movedAside);
        } catch (SQLException e) {
            throw new IOException("The demo org's file " + file + " can not be opened: " + e.getMessage(), e);
        }
    }

    /** Whether it has no tables yet. */
    public boolean isFresh() {
        return fresh;
    }

    /** Where the file that stood here before went, if it could not be used. */
    public Optional<Path> movedAside() {
        return Optional.ofNullable(movedAside);
    }

    /** Reads, beside a writer and other readers, from one snapshot; within {@link #write} what that has written. */
    public <T> T read(Work<T> work) throws ApiError, SQLException {
        if (writer.isMine()) {
            return writer.alone(work);
        }
        shape.readLock().lock();
        try {
            return readers.read(work);
        } finally {
            shape.readLock().unlock();
        }
    }

    /**
     * Writes in one transaction: all of it, or after an exception nothing. Within another {@code write} of the same
     * thread it is a part of that one, which may go on after this part has failed.
     */
    public <T> T write(Work<T> work) throws ApiError, SQLException {
        return write(work, _ -> true);
    }

    /** The same, but nothing is written either where {@code keep} says no to the result. */
    public <T> T write(Work<T> work, Predicate<? super T> keep) throws ApiError, SQLException {
        if (writer.isMine()) {
            return writer.part(work, keep);
        }
        shape.readLock().lock();
        try {
            return writer.transaction(work, keep);
        } finally {
            shape.readLock().unlock();
        }
    }

    /**
     * Changes tables. Nobody reads or writes meanwhile, so that {@code published}, which takes over the new shape after
     * the commit, is never ahead of the tables nor behind them. Not for use within {@link #read} and {@link #write}.
     */
    public <T> T reshape(Work<T> work, Work<?> published) throws ApiError, SQLException {
        if (shape.getReadHoldCount() > 0) {
            throw new IllegalStateException("Tables cannot change while this thread reads or writes records");
        }
        shape.writeLock().lock();
        try {
            T result = writer.transaction(work, _ -> true);
            writer.alone(published);
            return result;
        } finally {
            shape.writeLock().unlock();
        }
    }

    /**
     * Takes over all that stands in {@code other}, in one step: after a crash in its midst the old content is there,
     * whole. Nobody reads or writes meanwhile.
     *
     * @param prepared changes {@code other} first, while nobody changes this file; this one is attached to it as {@code
     *     current}
     * @param published takes over what was read before
     */
    void replaceBy(Path other, Work<?> prepared, Work<?> published) throws ApiError, SQLException {
        shape.writeLock().lock();
        try {
            writer.alone(db -> {
                Copies.prepare(other, path, prepared);
                Copies.restore(db, other);
                return published.run(db);
            });
        } finally {
            shape.writeLock().unlock();
        }
    }

    /** Where it is. */
    Path path() {
        return path;
    }

    /** Gives back the room of the journal, which stays as large as the largest transaction was. */
    public void emptyJournal() throws ApiError, SQLException {
        writer.alone(db -> {
            Connections.execute(db, "PRAGMA wal_checkpoint(TRUNCATE)");
            return true;
        });
    }

    /** Has {@code work} look at what each transaction has written, before anybody else writes. It writes nothing itself. */
    public void afterWrites(Work<?> work) {
        writer.afterCommit(work);
    }

    @Override
    public void close() {
        try {
            readers.close();
            writer.close();
        } catch (SQLException e) {
            log.warn("The demo org's file was not closed cleanly; nothing that was answered is lost", e);
        }
    }
}
