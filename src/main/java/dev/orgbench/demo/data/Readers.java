package dev.orgbench.demo.data;

import dev.orgbench.demo.wire.ApiError;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The connections that only read, each lent to one thread at a time. */
final class Readers {
    private static final int COUNT = 4;

    private final BlockingQueue<Connection> free = new ArrayBlockingQueue<>(COUNT);

    Readers(Path file, OrgFile.Setup setup) throws SQLException {
        for (int i = 0; i < COUNT; i++) {
            Connection reader = Connections.open(file);
            setup.prepare(reader);
            Connections.execute(reader, "PRAGMA query_only = 1");
            free.add(reader);
        }
    }

    /** Runs {@code work} on one snapshot of the file. */
    <T> T read(Work<T> work) throws ApiError, SQLException {
        Connection db = borrow();
        try {
            Connections.execute(db, "BEGIN");
            try {
                return work.run(db);
            } finally {
                Connections.execute(db, "ROLLBACK");
            }
        } finally {
            free.add(db);
        }
    }

    private Connection borrow() throws SQLException {
        try {
            return free.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while waiting for the demo org's file", e);
        }
    }

    /** Those that are free. Who still reads ends by himself, with an error. */
    void close() throws SQLException {
        for (Connection reader : free) {
            reader.close();
        }
    }
}
