package dev.orgbench.demo.data;

import dev.orgbench.demo.wire.ApiError;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The one connection that writes, and the transactions on it. One thread has it at a time, the longest waiting next. */
final class Writer {
    private final Connection db;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile Work<?> afterCommit = _ -> true;

    /** Why the transaction that runs is gone, if it is. Guarded by {@code turn}. */
    private @Nullable LostTransaction lost;

    Writer(Path file, OrgFile.Setup setup) throws SQLException {
        db = Connections.open(file);
        setup.prepare(db);
    }

    /** Whether this thread is within {@link #transaction} or {@link #alone}. */
    boolean isMine() {
        return turn.isHeldByCurrentThread();
    }

    /** Has {@code work} look at what each transaction has written, before anybody else writes. */
    void afterCommit(Work<?> work) {
        afterCommit = work;
    }

    /** Runs {@code work} on the connection while nobody else writes, in the transaction that runs or in none. */
    <T> T alone(Work<T> work) throws ApiError, SQLException {
        turn.lock();
        try {
            return work.run(db);
        } finally {
            turn.unlock();
        }
    }

    /** Runs {@code work} in one transaction, which is rolled back after an exception or where {@code keep} says no. */
    <T> T transaction(Work<T> work, Predicate<? super T> keep) throws ApiError, SQLException {
        turn.lock();
        try {
            T result = commit(work, keep);
            afterCommit.run(db);
            return result;
        } catch (SQLException e) {
            throw DiskFull.told(e);
        } catch (LostTransaction e) {
            throw DiskFull.told(e.reason);
        } finally {
            lost = null;
            turn.unlock();
        }
    }

    private <T> T commit(Work<T> work, Predicate<? super T> keep) throws ApiError, SQLException {
        Connections.execute(db, "BEGIN IMMEDIATE");
        try {
            T result = work.run(db);
            LostTransaction gone = lost;
            if (gone != null) {
                throw gone;
            }
            Connections.execute(db, keep.test(result) ? "COMMIT" : "ROLLBACK");
            return result;
        } catch (Throwable failure) {
            rollBack(failure);
            throw failure;
        }
    }

    /** SQLite has rolled back itself after some failures, a full disk among them, and then refuses to do it again. */
    private void rollBack(Throwable cause) {
        try {
            Connections.execute(db, "ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** The same for a part of the transaction that this thread is in, which may go on after the part has failed. */
    <T> T part(Work<T> work, Predicate<? super T> keep) throws ApiError, SQLException {
        LostTransaction gone = lost;
        if (gone != null) {
            throw gone;
        }
        Connections.execute(db, "SAVEPOINT part");
        try {
            T result = work.run(db);
            if (!keep.test(result)) {
                Connections.execute(db, "ROLLBACK TO part");
            }
            Connections.execute(db, "RELEASE part");
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
            Connections.execute(db, "ROLLBACK TO part");
            Connections.execute(db, "RELEASE part");
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

    /** Once what runs has ended. */
    void close() throws SQLException {
        turn.lock();
        try {
            db.close();
        } finally {
            turn.unlock();
        }
    }
}
