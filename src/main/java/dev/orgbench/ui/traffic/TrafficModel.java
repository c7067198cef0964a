package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import dev.orgbench.trace.Trace;
import dev.orgbench.trace.TraceEvent;
import dev.orgbench.ui.kit.Batches;
import dev.orgbench.ui.kit.OwnClient;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the Traffic screen shows: every message of this run, newest first, as it happens. */
public final class TrafficModel {
    private static final int KEPT = 5_000;

    private final Trace trace;
    private final Deque<Entry> all = new ArrayDeque<>();
    private final Map<Long, Entry> byId = new HashMap<>();
    private final ObservableList<Entry> shown = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Which> which = new SimpleObjectProperty<>(Which.ALL);
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper errors = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<@Nullable Entry> selected = new SimpleObjectProperty<>();
    private final IntegerProperty selectedExchanges = new SimpleIntegerProperty();
    private final List<TraceEvent> heldBack = new ArrayList<>();
    private final ReadOnlyBooleanWrapper agentSeen = new ReadOnlyBooleanWrapper();
    private @Nullable Burst burst;

    /** @param feed runs what it is given on the screen's thread, a few times a second at most */
    public TrafficModel(Trace trace, Executor feed) {
        this.trace = trace;
        Batches<TraceEvent> batches = new Batches<>(feed, this::take);
        trace.subscribe(batches::add);
        trace.messages().forEach(message -> batches.add(new TraceEvent.Started(message)));
        filter.addListener((property, before, now) -> refilter());
        which.addListener((property, before, now) -> refilter());
        paused.addListener((property, before, now) -> {
            if (!now) {
                List<TraceEvent> missed = List.copyOf(heldBack);
                heldBack.clear();
                waiting.set(0);
                apply(missed);
            }
        });
    }

    /** Which messages are listed. */
    enum Which {
        ALL,
        CALLS,
        ERRORS
    }

    ObservableList<Entry> shown() {
        return shown;
    }

    StringProperty filterProperty() {
        return filter;
    }

    ObjectProperty<@Nullable Which> whichProperty() {
        return which;
    }

    /** While it is true the list stands still; what happens is shown when it goes on. */
    BooleanProperty pausedProperty() {
        return paused;
    }

    /** How many messages wait for the list to go on. */
    ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty errorsProperty() {
        return errors.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable Entry> selectedProperty() {
        return selected;
    }

    /** How many exchanges the selected message has; fires when one is added. */
    IntegerProperty selectedExchangesProperty() {
        return selectedExchanges;
    }

    /** Whether a client other than the window itself has sent anything in this run. */
    ReadOnlyBooleanProperty agentSeenProperty() {
        return agentSeen.getReadOnlyProperty();
    }

    List<Exchange> exchanges(Entry entry) {
        return trace.exchanges(entry.id());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Empties the list. What the trace keeps stays. */
    void clear() {
        all.clear();
        byId.clear();
        heldBack.clear();
        waiting.set(0);
        errors.set(0);
        selected.set(null);
        burst = null;
        shown.clear();
    }

    private void take(List<TraceEvent> events) {
        if (!paused.get()) {
            apply(events);
            return;
        }
        heldBack.addAll(events);
        int excess = heldBack.size() - 4 * KEPT;
        if (excess > 0) {
            heldBack.subList(0, excess).clear();
        }
        waiting.set((int) heldBack.stream().filter(TraceEvent.Started.class::isInstance).count());
    }

    private void apply(List<TraceEvent> events) {
        List<Entry> fresh = new ArrayList<>();
        for (TraceEvent event : events) {
            switch (event) {
                case TraceEvent.Started(Message message) -> start(message, fresh);
                case TraceEvent.Answered(Message message) -> answer(message, fresh);
                case TraceEvent.Exchanged(Exchange exchange) -> {
                    Entry now = selected.get();
                    if (now != null && now.id() == exchange.messageId()) {
                        selectedExchanges.set(selectedExchanges.get() + 1);
                    }
                }
            }
        }
        List<Entry> matching = fresh.reversed().stream().filter(this::matches).toList();
        if (!matching.isEmpty()) {
            shown.addAll(0, matching);
        }
        drop();
    }

    private void start(Message message, List<Entry> fresh) {
        if (byId.containsKey(message.id())) {
            return;
        }
        if (burst == null || !burst.takes(message.started())) {
            burst = new Burst(message.started());
        }
        Entry entry = new Entry(message, burst);
        all.addFirst(entry);
        byId.put(entry.id(), entry);
        fresh.add(entry);
        if (!OwnClient.sent(message)) {
            agentSeen.set(true);
        }
        if (entry.failed()) {
            errors.set(errors.get() + 1);
        }
    }

    private void answer(Message message, List<Entry> fresh) {
        Entry entry = byId.get(message.id());
        if (entry == null || entry.message().result() != null) {
            return;
        }
        boolean listed = fresh.contains(entry) || matches(entry);
        entry.answered(message);
        if (entry.failed()) {
            errors.set(errors.get() + 1);
        }
        // An answer can make a message match that did not: an error under "Errors", a word of the answer.
        if (!listed && matches(entry)) {
            int place = 0;
            while (place < shown.size() && shown.get(place).id() > entry.id()) {
                place++;
            }
            shown.add(place, entry);
        }
    }

    private void drop() {
        int excess = all.size() - KEPT;
        if (excess <= 0) {
            return;
        }
        for (int i = 0; i < excess; i++) {
            Entry old = all.removeLast();
            byId.remove(old.id());
            if (old.failed()) {
                errors.set(errors.get() - 1);
            }
        }
        long oldest = all.getLast().id();
        int keep = shown.size();
        while (keep > 0 && shown.get(keep - 1).id() < oldest) {
            keep--;
        }
        shown.remove(keep, shown.size());
    }

    private void refilter() {
        shown.setAll(all.stream().filter(this::matches).toList());
    }

    private boolean matches(Entry entry) {
        Which wanted = which.get();
        boolean right = wanted == null || switch (wanted) {
            case ALL -> true;
            case CALLS -> entry.message().isCall();
            case ERRORS -> entry.failed();
        };
        return right && (filter.get().isBlank() || entry.says(filter.get()));
    }
}
