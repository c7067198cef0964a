package dev.orgbench.demo.data;

import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.SQLException;

/** Something to do with the file, under one transaction. */
@FunctionalInterface
public interface Work<T> {
    T run(Connection db) throws ApiError, SQLException;
}
