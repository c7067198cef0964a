package dev.orgbench.store;

import java.util.List;

/**
 * How a file looks inside, step by step. A step that was released is never changed; a new one is added. A file's
 * version is the number of steps it has taken, kept in {@code PRAGMA user_version}.
 *
 * @param steps the SQL statements of each step
 * @param lookedOver whether the whole file is checked when it is opened. For files that are small and dear: a large one
 *     takes seconds
 */
public record Form(List<List<String>> steps, boolean lookedOver) {
    int newest() {
        return steps.size();
    }
}
