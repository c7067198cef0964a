package dev.orgbench.demo.trouble;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last thousand requests to the org. Neither queries nor headers: tokens stand in both. */
public final class RequestLog {
    private static final int KEPT = 1_000;

    private final Deque<Entry> entries = new ArrayDeque<>();

    /**
     * One of them.
     *
     * @param status what was answered; 0 if the answer did not arrive whole
     * @param rules the rules that struck
     */
    public record Entry(Instant time, String method, String path, int status, Duration took, List<String> rules) {}

    public synchronized void add(Entry entry) {
        if (entries.size() == KEPT) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    /** The oldest first. */
    public synchronized List<Entry> entries() {
        return new ArrayList<>(entries);
    }
}
