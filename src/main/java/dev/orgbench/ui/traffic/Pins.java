package dev.orgbench.ui.traffic;

import dev.orgbench.trace.TraceEntry;
import dev.orgbench.ui.kit.Memory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows that stay on top. Remembered by id and time, as a trace that was begun anew counts from 1 again. */
final class Pins {
    private static final String KEY = "traffic.pins";
    private static final int MOST = 20;

    private final Memory memory;
    private final Map<Long, Row> rows = new TreeMap<>(Comparator.reverseOrder());

    Pins(Memory memory) {
        this.memory = memory;
    }

    /** What was pinned in an earlier run. */
    record Remembered(long id, long millis) {
        boolean is(TraceEntry entry) {
            return entry.id() == id && entry.started().toEpochMilli() == millis;
        }
    }

    List<Remembered> remembered() {
        return Stream.of(memory.get(KEY).orElse("").split(","))
                .map(word -> word.split("@"))
                .filter(parts -> parts.length == 2 && parts[0].matches("\\d{1,18}") && parts[1].matches("\\d{1,18}"))
                .map(parts -> new Remembered(Long.parseLong(parts[0]), Long.parseLong(parts[1])))
                .limit(MOST)
                .toList();
    }

    /** Newest first. */
    List<Row> rows() {
        return new ArrayList<>(rows.values());
    }

    int size() {
        return rows.size();
    }

    /** Pins it, or lets it go; the oldest goes when there are too many. */
    void toggle(Row row) {
        if (rows.remove(row.id()) == null) {
            pin(row);
        } else {
            row.pin(false);
        }
        keep();
    }

    /** Pins what was pinned before. */
    void restore(Row row) {
        pin(row);
    }

    private void pin(Row row) {
        row.pin(true);
        rows.put(row.id(), row);
        if (rows.size() > MOST) {
            Row oldest = rows().getLast();
            rows.remove(oldest.id());
            oldest.pin(false);
        }
    }

    private void keep() {
        memory.put(
                KEY,
                rows.values().stream()
                        .map(row -> row.id() + "@" + row.line().started().toEpochMilli())
                        .collect(Collectors.joining(",")));
    }
}
