package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import dev.orgbench.trace.Trace;
import dev.orgbench.trace.TraceEntry;
import dev.orgbench.trace.TraceQuery;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Problem;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The selected entry in full, read in the background and anew when it changes. */
final class DetailModel {
    private final Trace trace;
    private final TrafficModel list;
    private final Background background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Nothing());
    private Background.Job job = Background.Job.NONE;

    DetailModel(Trace trace, TrafficModel list, Background background) {
        this.trace = trace;
        this.list = list;
        this.background = background;
        list.selectedProperty().addListener((property, before, now) -> read(now));
        list.selectedChangesProperty().addListener((property, before, now) -> again());
    }

    /** What is known of the selected entry. */
    sealed interface State {
        /** None is selected. */
        record Nothing() implements State {}

        /** Here it is. */
        record Shown(Detail detail) implements State {}

        /** It is kept no longer. */
        record Gone() implements State {}

        /** It could not be read. */
        record Failed(Problem problem) implements State {}
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Reads it anew. */
    void again() {
        read(list.selectedProperty().get());
    }

    /** What is shown; empty if nothing is. */
    Optional<Detail> detail() {
        return state.get() instanceof State.Shown(Detail detail) ? Optional.of(detail) : Optional.empty();
    }

    /** Reads an entry in full; for the background. Empty if it is kept no longer. */
    static Optional<Detail> read(Trace trace, long id) {
        Optional<TraceEntry> entry = trace.message(id)
                .<TraceEntry>map(message -> message)
                .or(() -> trace.exchanges(0).stream()
                        .filter(exchange -> exchange.id() == id)
                        .<TraceEntry>map(exchange -> exchange)
                        .findFirst())
                .or(() -> trace.older(id + 1, 1, TraceQuery.ALL).stream()
                        .filter(found -> found.id() == id)
                        .findFirst());
        return entry.map(found -> Detail.of(found, under(trace, found)));
    }

    private static List<Exchange> under(Trace trace, TraceEntry entry) {
        return entry instanceof Message ? trace.exchanges(entry.id()) : List.of();
    }

    private void read(@Nullable Row row) {
        job.cancel();
        if (row == null) {
            state.set(new State.Nothing());
            return;
        }
        long id = row.id();
        job = background.run(
                () -> read(trace, id),
                found -> state.set(found.<State>map(State.Shown::new).orElseGet(State.Gone::new)),
                failure -> state.set(new State.Failed(Problem.of(failure))));
    }
}
