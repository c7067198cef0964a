package dev.orgbench.ui.soql;

import java.time.Instant;

/**
 * A query that was run.
 *
 * @param rows how many there were in all; -1 if the org refused
 */
record HistoryEntry(Instant at, String soql, long rows, long millis) {
    boolean failed() {
        return rows < 0;
    }
}
