package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import dev.orgbench.trace.Trace;
import dev.orgbench.trace.TraceEvent;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Batches;
import dev.orgbench.ui.kit.Memory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the Traffic screen lists: pinned rows, then everything that the filter allows, newest first, as it happens. */
final class TrafficModel implements AutoCloseable {
    private final String orgId;
    private final Trace trace;
    private final Background background;
    private final TrafficFilter filter;
    private final Pins pins;
    private final Journal journal = new Journal();
    private final Earlier earlier;
    private final ObservableList<Row> shown = FXCollections.observableArrayList();
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final BooleanProperty scrolledAway = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<@Nullable Row> selected = new SimpleObjectProperty<>();
    private final IntegerProperty selectedChanges = new SimpleIntegerProperty();
    private final Set<Row> held = new LinkedHashSet<>();
    private final Set<Long> found = new HashSet<>();
    private final Trace.Subscription subscription;
    private List<String> words = List.of();
    private Predicate<Line> allowed = line -> true;

    /**
     * @param orgId the org whose traffic it is; empty for that of all
     * @param feed runs what it is given on the screen's thread, a few times a second at most
     */
    TrafficModel(String orgId, Trace trace, Memory memory, Background background, Executor feed) {
        this.orgId = orgId;
        this.trace = trace;
        this.background = background;
        this.filter = new TrafficFilter(memory);
        this.pins = new Pins(memory);
        this.earlier = new Earlier(trace, background, this::take);
        Batches<TraceEvent> batches = new Batches<>(feed, this::apply);
        subscription = trace.subscribe(batches::add);
        filter.onChange(this::filterChanged);
        paused.addListener((property, before, now) -> release());
        scrolledAway.addListener((property, before, now) -> release());
        restorePins();
        filterChanged();
    }

    /** Follows nothing any more. */
    @Override
    public void close() {
        subscription.close();
    }

    ObservableList<Row> shown() {
        return shown;
    }

    TrafficFilter filter() {
        return filter;
    }

    Journal journal() {
        return journal;
    }

    /** What is kept from before, as it is brought back. */
    Earlier earlier() {
        return earlier;
    }

    /** While it is true the list stands still; what happens is shown when it goes on. */
    BooleanProperty pausedProperty() {
        return paused;
    }

    /** Whether the person looks at older rows: then new ones wait too. */
    BooleanProperty scrolledAwayProperty() {
        return scrolledAway;
    }

    /** How many rows wait for the list to go on. */
    ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable Row> selectedProperty() {
        return selected;
    }

    /** Counts up when the selected row was answered, or got an exchange. */
    IntegerProperty selectedChangesProperty() {
        return selectedChanges;
    }

    /** How many rows stand on top whatever the filter says. */
    int pinned() {
        return pins.size();
    }

    /** Pins a row, or lets it go. */
    void togglePin(Row row) {
        pins.toggle(row);
        refilter();
    }

    /** Empties the list. What the trace keeps stays, and {@link #showCleared} brings it back. */
    void clear() {
        held.clear();
        found.clear();
        waiting.set(0);
        selected.set(null);
        journal.clear();
        earlier.end();
        refilter();
    }

    void showCleared() {
        journal.unclear();
        earlier.begin(search(), filter.isActive() ? Long.MAX_VALUE : journal.from());
    }

    /** Selects an entry, wherever it is; a filter that leaves it out is taken away. */
    void show(long id) {
        Optional<Row> known = journal.find(id);
        if (known.isPresent() && matches(known.get())) {
            release();
            selectAmongAll(known.get());
            return;
        }
        background.run(
                () -> Earlier.read(trace, id),
                loaded -> loaded.ifPresent(entry -> {
                    if (filter.isActive()) {
                        filter.reset();
                    }
                    found.add(id);
                    Row row = journal.take(List.of(entry)).getFirst();
                    refilter();
                    selectAmongAll(row);
                }),
                failure -> earlier.next());
    }

    private void selectAmongAll(Row row) {
        // Who asks for one is shown it, also while the others wait.
        if (held.remove(row) || !shown.contains(row)) {
            refilter();
        }
        selected.set(row);
    }

    private void restorePins() {
        List<Pins.Remembered> remembered = pins.remembered();
        if (remembered.isEmpty()) {
            return;
        }
        background.run(
                () -> remembered.stream()
                        .flatMap(pin -> Earlier.read(trace, pin.id()).filter(loaded -> pin.is(loaded.entry())).stream())
                        .toList(),
                loaded -> {
                    journal.take(loaded).forEach(pins::restore);
                    refilter();
                },
                // Pins are a comfort: where the trace cannot be read, the list below says so.
                failure -> refilter());
    }

    private void apply(List<TraceEvent> events) {
        Set<Row> fresh = new LinkedHashSet<>();
        for (TraceEvent event : events) {
            switch (event) {
                case TraceEvent.Started(Message message) when !isOurs(message.orgId()) -> {}
                case TraceEvent.Answered(Message message) when !isOurs(message.orgId()) -> {}
                case TraceEvent.Started(Message message) ->
                    journal.begin(message).ifPresent(fresh::add);
                case TraceEvent.Answered(Message message) ->
                    journal.find(message.id())
                            .ifPresentOrElse(row -> answer(row, message, fresh), () -> journal.begin(message)
                                    .ifPresent(fresh::add));
                case TraceEvent.Exchanged(Exchange exchange) -> exchanged(exchange, fresh);
            }
        }
        if (holding()) {
            held.addAll(fresh);
        } else {
            List<Row> matching =
                    new ArrayList<>(fresh.stream().filter(this::matches).toList());
            if (!matching.isEmpty()) {
                shown.addAll(pins.size(), matching.reversed());
            }
        }
        drop();
        countWaiting();
    }

    private void answer(Row row, Message message, Set<Row> fresh) {
        boolean listed = fresh.contains(row) || held.contains(row) || row.isPinned() || matches(row);
        journal.answered(row, message);
        if (row == selected.get()) {
            selectedChanges.set(selectedChanges.get() + 1);
        }
        // An answer can make a row match that did not: an error under "Errors", a word of the answer.
        if (!listed && matches(row)) {
            if (holding()) {
                held.add(row);
            } else {
                insert(row);
            }
        }
    }

    private void exchanged(Exchange exchange, Set<Row> fresh) {
        if (exchange.messageId() == 0 && isOurs(exchange.cause().orgId())) {
            journal.begin(exchange).ifPresent(fresh::add);
            return;
        }
        journal.find(exchange.messageId()).ifPresent(row -> {
            row.took(exchange);
            if (row == selected.get()) {
                selectedChanges.set(selectedChanges.get() + 1);
            }
        });
    }

    /** What nobody told the org of is everybody's. */
    private boolean isOurs(String id) {
        return orgId.isEmpty() || id.isEmpty() || id.equals(orgId);
    }

    private void insert(Row row) {
        int place = pins.size();
        while (place < shown.size() && shown.get(place).id() > row.id()) {
            place++;
        }
        if (place == shown.size() || shown.get(place) != row) {
            shown.add(place, row);
        }
    }

    private boolean holding() {
        return paused.get() || scrolledAway.get();
    }

    /** Shows what waited. */
    private void release() {
        if (holding() || held.isEmpty()) {
            return;
        }
        List<Row> missed = held.stream()
                .filter(row -> matches(row)
                        && !row.isPinned()
                        && journal.find(row.id()).isPresent())
                .toList();
        held.clear();
        waiting.set(0);
        boolean allNewer = shown.size() == pins.size()
                || missed.stream()
                        .allMatch(row -> row.id() > shown.get(pins.size()).id());
        if (allNewer) {
            shown.addAll(pins.size(), missed.reversed());
        } else {
            missed.forEach(this::insert);
        }
    }

    private void countWaiting() {
        waiting.set((int) held.stream().filter(this::matches).count());
    }

    private void drop() {
        long oldest = journal.drop();
        int keep = shown.size();
        while (keep > pins.size() && shown.get(keep - 1).id() < oldest) {
            keep--;
        }
        if (keep < shown.size()) {
            shown.remove(keep, shown.size());
            held.removeIf(row -> row.id() < oldest);
            if (!filter.isActive() && earlier.stateProperty().get() instanceof Earlier.State.End) {
                earlier.standAt(search(), oldest);
            }
        }
    }

    private void filterChanged() {
        found.clear();
        words = filter.words();
        allowed = filter.allowed();
        refilter();
        if (journal.isCleared()) {
            earlier.end();
        } else if (!filter.isActive() && journal.from() < Long.MAX_VALUE) {
            earlier.standAt(search(), journal.from());
        } else {
            earlier.begin(search(), Long.MAX_VALUE);
        }
    }

    private Earlier.Search search() {
        return new Earlier.Search(filter.query().withOrg(orgId), allowed);
    }

    private void take(Earlier.Page page) {
        List<Row> rows = journal.take(page.entries());
        if (filter.isActive()) {
            rows.forEach(row -> found.add(row.id()));
        } else {
            journal.reaches(page.end() ? 0 : page.reached());
        }
        if (journal.isFull()) {
            earlier.end();
        }
        List<Row> missing = rows.stream()
                .filter(row -> !row.isPinned() && !held.contains(row))
                .toList();
        long last =
                shown.size() == pins.size() ? Long.MAX_VALUE : shown.getLast().id();
        if (missing.stream().allMatch(row -> row.id() < last)) {
            shown.addAll(missing);
        } else if (!missing.isEmpty()) {
            refilter();
        }
    }

    private void refilter() {
        @Nullable Row kept = selected.get();
        List<Row> all = pins.rows();
        journal.newestFirst().stream()
                .filter(row -> !row.isPinned() && !held.contains(row) && matches(row))
                .forEach(all::add);
        shown.setAll(all);
        selected.set(kept);
        countWaiting();
    }

    private boolean matches(Row row) {
        return found.contains(row.id())
                || (row.id() >= journal.from() && allowed.test(row.line()) && (words.isEmpty() || row.says(words)));
    }
}
