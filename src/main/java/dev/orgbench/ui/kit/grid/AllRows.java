package dev.orgbench.ui.kit.grid;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every row of a result: those that have come, then page by page the rest, which is not kept.
 *
 * @param loaded how many rows of {@code store} belong to it
 * @param gone rows that were deleted since they came
 * @param next leads on from the last page that has come; null where all have
 * @param total how many there are in all; -1 if nobody knows
 */
record AllRows(
        RowStore store,
        int loaded,
        Set<Integer> gone,
        @Nullable RowSource source,
        @Nullable String next,
        long total) {
    /** Takes one record. */
    @FunctionalInterface
    interface Taker {
        void take(JsonNode record) throws Exception;
    }

    /** Gives all rows to {@code taker}, whole; an interrupt ends it. */
    void forEach(Taker taker) throws Exception {
        for (int row = 0; row < loaded; row++) {
            if (!gone.contains(row)) {
                give(store.whole(store.glance(row)), taker);
            }
        }
        RowSource from = source;
        String cursor = next;
        while (cursor != null && from != null) {
            RowSource.Page page = from.next(cursor);
            for (JsonNode record : page.records()) {
                give(record, taker);
            }
            cursor = page.next();
        }
    }

    private static void give(JsonNode record, Taker taker) throws Exception {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        taker.take(record);
    }
}
