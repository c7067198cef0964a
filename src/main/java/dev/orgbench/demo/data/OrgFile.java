package dev.orgbench.demo.data;

import dev.orgbench.demo.ApiError;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * The SQLite file behind the org: one writer at a time, readers beside it (WAL). What {@link #write} has returned from
 * survives a killed process.
 */
public final class OrgFile implements AutoCloseable {
    /** Rises with every change of what the tables or the sample data look like. */
    static final int VERSION = 5;

    private static final int READERS = 4;
    private static final Logger log = LoggerFactory.getLogger(OrgFile.class);

    private final Path path;
    private final Connection writer;
    private final BlockingQueue<Connection> readers;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final ReentrantReadWriteLock shape = new ReentrantReadWriteLock(true);
    private volatile Work<?> afterWrites = _ -> true;
    private final boolean fresh;
    private final @Nullable Path movedAside;

    /** Why the transaction that runs is gone, if it is. Guarded by {@code writing}. */
    private @Nullable LostTransaction lost;

    private OrgFile(
            Path path,
            Connection writer,
            BlockingQueue<Connection> readers,
            boolean fresh,
            @Nullable Path movedAside) {
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
            Connection writer = connect(file);
            setup.prepare(writer);
            BlockingQueue<Connection> readers = new ArrayBlockingQueue<>(READERS);
            for (int i = 0; i < READERS; i++) {
                Connection reader = connect(file);
                setup.prepare(reader);
                execute(reader, "PRAGMA query_only = 1");
                readers.add(reader);
            }
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
        if (writing.isHeldByCurrentThread()) {
            return work.run(writer);
        }
        shape.readLock().lock();
        try {
            return readRows(work);
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
        if (writing.isHeldByCurrentThread()) {
            return part(work, keep);
        }
        shape.readLock().lock();
        try {
            return transaction(work, keep);
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
            T result = transaction(work, _ -> true);
            published.run(writer);
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
        writing.lock();
        try {
            Copies.prepare(other, path, prepared);
            Copies.restore(writer, other);
            published.run(writer);
        } finally {
            writing.unlock();
            shape.writeLock().unlock();
        }
    }

    /** Where it is. */
    Path path() {
        return path;
    }

    /** Gives back the room of the journal, which stays as large as the largest transaction was. */
    public void emptyJournal() throws SQLException {
        writing.lock();
        try {
            execute(writer, "PRAGMA wal_checkpoint(TRUNCATE)");
        } finally {
            writing.unlock();
        }
    }

    /** Has {@code work} look at what each transaction has written, before anybody else writes. It writes nothing itself. */
    public void afterWrites(Work<?> work) {
        afterWrites = work;
    }

    private <T> T readRows(Work<T> work) throws ApiError, SQLException {
        Connection db = borrow();
        try {
            execute(db, "BEGIN");
            try {
                return work.run(db);
            } finally {
                execute(db, "ROLLBACK");
            }
        } finally {
            readers.add(db);
        }
    }

    private <T> T transaction(Work<T> work, Predicate<? super T> keep) throws ApiError, SQLException {
        writing.lock();
        try {
            execute(writer, "BEGIN IMMEDIATE");
            T result;
            try {
                result = work.run(writer);
                LostTransaction gone = lost;
                if (gone != null) {
                    throw gone;
                }
                execute(writer, keep.test(result) ? "COMMIT" : "ROLLBACK");
            } catch (Throwable failure) {
                rollBack(failure);
                throw failure;
            }
            afterWrites.run(writer);
            return result;
        } catch (SQLException e) {
            throw DiskFull.told(e);
        } catch (LostTransaction e) {
            throw DiskFull.told(e.reason);
        } finally {
            lost = null;
            writing.unlock();
        }
    }

    private <T> T part(Work<T> work, Predicate<? super T> keep) throws ApiError, SQLException {
        LostTransaction gone = lost;
        if (gone != null) {
            throw gone;
        }
        execute(writer, "SAVEPOINT part");
        try {
            T result = work.run(writer);
            if (!keep.test(result)) {
                execute(writer, "ROLLBACK TO part");
            }
            execute(writer, "RELEASE part");
            return result;
        } catch (ApiError | RuntimeException failure) {
            endPart(failure);
            throw failure;
        } catch (SQLException failure) {
            endPart(failure);
            throw DiskFull.told(failure);
        }
    }

    private void endPart(Exception failure) {
        try {
            execute(writer, "ROLLBACK TO part");
            execute(writer, "RELEASE part");
        } catch (SQLException e) {
            e.addSuppressed(failure);
            lost = lost == null ? new LostTransaction(failure instanceof SQLException first ? first : e) : lost;
            throw lost;
        }
    }

    /** SQLite has rolled back the whole transaction at a part of it: nothing may be written behind it. */
    static final class LostTransaction extends IllegalStateException {
        private static final long serialVersionUID = 1;

        private final transient SQLException reason;

        LostTransaction(SQLException reason) {
            super("The transaction was rolled back by SQLite itself", reason);
            this.reason = reason;
        }
    }

    /** SQLite has rolled back itself after some failures, a full disk among them, and then refuses to do it again. */
    private void rollBack(Throwable cause) {
        try {
            execute(writer, "ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            for (Connection reader : readers) {
                reader.close();
            }
            writer.close();
        } catch (SQLException e) {
            log.warn("The demo org's file was not closed cleanly; nothing that was answered is lost", e);
        } finally {
            writing.unlock();
        }
    }

    /** A connection as SQLite opens it, but that an insert does not go on to ask for the row's number. */
    static Connection plain(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setGetGeneratedKeys(false);
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    private static Connection connect(Path file) throws SQLException {
        Connection db = plain(file);
        // The waiting time comes first: changing the journal's mode may have to wait itself.
        execute(db, "PRAGMA busy_timeout = 5000");
        execute(db, "PRAGMA journal_mode = WAL");
        execute(db, "PRAGMA synchronous = NORMAL");
        return db;
    }

    static void execute(Connection db, String sql) throws SQLException {
        try (Statement statement = db.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection borrow() throws SQLException {
        try {
            return readers.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while waiting for the demo org's file", e);
        }
    }
}
