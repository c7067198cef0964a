package dev.orgbench.demo.data;

import java.sql.SQLException;

/** Where the numbers of ids and auto-numbers come from. */
@FunctionalInterface
interface Counter {
    /** The next number of {@code name}, which begins at {@code first}. */
    long next(String name, long first) throws SQLException;
}
