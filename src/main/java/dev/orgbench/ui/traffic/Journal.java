package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Message;
import dev.orgbench.trace.TraceEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * All rows that the screen knows, by id. From {@link #from} on none is missing; below it stand those that were searched
 * for.
 */
final class Journal {
    /** So many are kept of a live feed. */
    static final int KEPT = 5_000;

    /** So many a person can bring back by scrolling. */
    static final int MOST = 20_000;

    private final NavigableMap<Long, Row> rows = new TreeMap<>();
    private final ReadOnlyIntegerWrapper errors = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper agentSeen = new ReadOnlyBooleanWrapper();
    private final ObservableList<String> servers = FXCollections.observableArrayList();
    private final ObservableList<String> clients = FXCollections.observableArrayList();
    private final ObservableList<String> tools = FXCollections.observableArrayList();
    private @Nullable Burst burst;
    private int limit = KEPT;
    private long from = Long.MAX_VALUE;
    private long floor;

    /** The row of an entry that has just begun; empty if it is known, or was cleared away. */
    Optional<Row> begin(TraceEntry entry) {
        if (entry.id() <= floor || rows.containsKey(entry.id())) {
            return Optional.empty();
        }
        if (burst == null || !burst.takes(entry.started())) {
            burst = new Burst(entry.started());
        }
        from = Math.min(from, entry.id());
        return Optional.of(add(new Row(entry, burst)));
    }

    /** Takes what was read back, newest first; what is known stays as it is. */
    List<Row> take(List<Earlier.Loaded> page) {
        List<Row> taken = new ArrayList<>();
        Burst shared = null;
        for (Earlier.Loaded loaded : page.reversed()) {
            TraceEntry entry = loaded.entry();
            Row row = rows.get(entry.id());
            if (row == null) {
                if (shared == null || !shared.takes(entry.started())) {
                    shared = new Burst(entry.started());
                }
                row = add(new Row(entry, shared));
            } else if (entry instanceof Message message) {
                answered(row, message);
            }
            loaded.exchanges().forEach(row::took);
            taken.add(row);
        }
        limit = Math.clamp(rows.size(), limit, MOST);
        return taken.reversed();
    }

    /** Notes that from {@code id} on no row is missing. */
    void reaches(long id) {
        from = Math.min(from, id);
    }

    /** From this id on no row is missing; {@code Long.MAX_VALUE} while nothing is known. */
    long from() {
        return from;
    }

    boolean isFull() {
        return rows.size() >= MOST;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    Optional<Row> find(long id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** Newest first. */
    Collection<Row> newestFirst() {
        return rows.descendingMap().values();
    }

    void answered(Row row, Message message) {
        boolean failed = row.line().failed();
        row.answered(message);
        if (row.line().failed() && !failed && rows.containsKey(row.id())) {
            errors.set(errors.get() + 1);
        }
    }

    /** Lets the oldest go where there are too many; tells the oldest id that is left. */
    long drop() {
        while (rows.size() > limit) {
            if (rows.pollFirstEntry().getValue().line().failed()) {
                errors.set(errors.get() - 1);
            }
            from = Math.max(from, rows.firstKey());
        }
        return rows.isEmpty() ? 0 : rows.firstKey();
    }

    /** Forgets all; what came before is not taken again until {@link #unclear}. */
    void clear() {
        floor = rows.isEmpty() ? floor : rows.lastKey();
        rows.clear();
        errors.set(0);
        burst = null;
        limit = KEPT;
        from = Long.MAX_VALUE;
    }

    void unclear() {
        floor = 0;
    }

    /** Whether something was cleared away. */
    boolean isCleared() {
        return floor > 0;
    }

    ReadOnlyIntegerProperty errorsProperty() {
        return errors.getReadOnlyProperty();
    }

    /** Whether a client other than the window itself has sent anything. */
    ReadOnlyBooleanProperty agentSeenProperty() {
        return agentSeen.getReadOnlyProperty();
    }

    /** All servers seen, in order. */
    ObservableList<String> servers() {
        return servers;
    }

    /** All clients seen, as the list shows them. */
    ObservableList<String> clients() {
        return clients;
    }

    /** All tools and methods seen. */
    ObservableList<String> tools() {
        return tools;
    }

    private Row add(Row row) {
        Line line = row.line();
        rows.put(row.id(), row);
        if (line.failed()) {
            errors.set(errors.get() + 1);
        }
        if (!line.own()) {
            agentSeen.set(true);
        }
        note(clients, line.who());
        if (line.kind() != Line.Kind.REQUEST) {
            note(servers, line.server());
            note(tools, line.title());
        }
        return row;
    }

    private static void note(ObservableList<String> names, String name) {
        int place = Collections.binarySearch(names, name);
        if (place < 0 && !name.isBlank() && names.size() < KEPT) {
            names.add(-place - 1, name);
        }
    }
}
