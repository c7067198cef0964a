package dev.orgbench.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Orgbench's own SQLite file. Work is run one piece at a time, each in a transaction of its own; what {@link #run}
 * returned from is on disk, also after a kill.
 */
public final class Store implements AutoCloseable {
    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();
    private final Optional<Path> movedAside;

    private Store(Connection connection, Optional<Path> movedAside) {
        this.connection = connection;
        this.movedAside = movedAside;
    }

    /** Work on the file. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Opens Orgbench's own file, as {@link #open(Path, Form, Clock)}. */
    public static Store open(Path file, Clock clock) {
        return open(file, Migrations.ORGBENCH, clock);
    }

    /**
     * Opens a file, making it or bringing it up to date; before it is changed to a newer form a copy is kept beside it
     * ({@code name.v1}). A damaged file is moved aside, see {@link #movedAside()}; a sound one never is, whatever keeps
     * it from being opened.
     *
     * @throws StoreException if the file can be neither opened nor made
     */
    public static Store open(Path file, Form form, Clock clock) {
        try {
            return new Store(connect(file, form), Optional.empty());
        } catch (SQLException refused) {
            StoreException told = StoreException.of("The file " + file + " cannot be opened", refused);
            // A full disk is no fault of the file: made anew it would lose every server's URL.
            if (!told.isDamage()) {
                throw told;
            }
            try {
                return openAnew(file, form, clock);
            } catch (StoreException e) {
                told.addSuppressed(e);
                throw told;
            }
        }
    }

    /**
     * Moves the file aside, as {@link #open(Path, Form, Clock)} does with a damaged one, and makes a new one. No store
     * may have it open.
     *
     * @throws StoreException if that cannot be done
     */
    public static Store openAnew(Path file, Form form, Clock clock) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged-"
                + DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now(clock)));
        try {
            if (Files.exists(file)) {
                Files.move(file, aside);
            }
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
            return new Store(connect(file, form), Optional.of(aside));
        } catch (IOException | SQLException e) {
            throw new StoreException("The file " + file + " cannot be made anew: " + e.getMessage(), e);
        }
    }

    /** Where a damaged file was moved to when this one was opened. */
    public Optional<Path> movedAside() {
        return movedAside;
    }

    /**
     * Runs {@code work} in a transaction: all of it is kept, or, if it throws, none.
     *
     * @throws StoreException if SQLite refuses
     */
    public <T> T run(Work<T> work) {
        lock.lock();
        try {
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            rollBack(e);
            throw StoreException.of("Orgbench's own file could not be used", e);
        } catch (RuntimeException e) {
            rollBack(e);
            throw e;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("Orgbench's own file could not be closed: " + e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }

    private void rollBack(Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static Connection connect(Path file, Form form) throws SQLException {
        boolean existed = Files.exists(file);
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=NORMAL");
            statement.execute("PRAGMA foreign_keys=ON");
            statement.execute("PRAGMA busy_timeout=5000");
            if (form.lookedOver()) {
                lookOver(statement);
            }
            int version = version(statement);
            if (existed && version > 0 && version < form.newest()) {
                copyBeforeMigration(file, statement, version);
            }
            connection.setAutoCommit(false);
            Migrations.apply(connection, version, form);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The result is closed at once: an open one would hold the file as it was for the first reader. */
    private static int version(Statement statement) throws SQLException {
        try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
            return version.getInt(1);
        }
    }

    private static void lookOver(Statement statement) throws SQLException {
        try (ResultSet check = statement.executeQuery("PRAGMA quick_check")) {
            if (!"ok".equals(check.getString(1))) {
                throw new SQLException("The file is damaged: " + check.getString(1), null, StoreException.CORRUPT);
            }
        }
    }

    private static void copyBeforeMigration(Path file, Statement statement, int version) throws SQLException {
        Path copy = file.resolveSibling(file.getFileName() + ".v" + version);
        try {
            statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)").close();
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StoreException("No copy could be made at " + copy + ", so the file was left as it is", e);
        }
    }
}
