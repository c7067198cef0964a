package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import dev.orgbench.trace.Trace;
import dev.orgbench.trace.TraceEntry;
import dev.orgbench.trace.TraceQuery;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Brings back, page by page and newest first, what the trace keeps of a filter. */
final class Earlier {
    private static final int PAGE = 200;

    /** With a filter that lets little through the search goes on that far before it shows what it has. */
    private static final int MOST_PAGES = 25;

    private static final int MOST_SHORT_PAGES = 4;

    private final Trace trace;
    private final Background background;
    private final Consumer<Page> receiver;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.More());
    private Background.Job job = Background.Job.NONE;
    private Search search = new Search(TraceQuery.ALL, line -> true);
    private long before = Long.MAX_VALUE;

    Earlier(Trace trace, Background background, Consumer<Page> receiver) {
        this.trace = trace;
        this.background = background;
        this.receiver = receiver;
    }

    /** How far it is. */
    sealed interface State {
        /** There may be more. */
        record More() implements State {}

        /** On its way. */
        record Loading() implements State {}

        /** That was all. */
        record End() implements State {}

        /** It could not be read. */
        record Failed(Problem problem) implements State {}
    }

    /** What is looked for. */
    record Search(TraceQuery query, Predicate<Line> allowed) {}

    /** An entry with the exchanges under it, as they are now. */
    record Loaded(TraceEntry entry, List<Exchange> exchanges) {}

    /** @param reached what lies above this id has been read */
    record Page(List<Loaded> entries, long reached, boolean end) {}

    /** One entry, wherever it is kept; for the background. */
    static Optional<Loaded> read(Trace trace, long id) {
        return trace.older(id + 1, 1, TraceQuery.ALL).stream()
                .filter(entry -> entry.id() == id)
                .findFirst()
                .map(entry -> loaded(trace, entry));
    }

    private static Loaded loaded(Trace trace, TraceEntry entry) {
        return new Loaded(entry, entry instanceof Message ? trace.exchanges(entry.id()) : List.of());
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Begins anew with what happened before {@code id}. */
    void begin(Search wanted, long id) {
        job.cancel();
        search = wanted;
        before = id;
        state.set(new State.More());
        next();
    }

    /** Makes ready to go on from {@code id} when {@link #next} is asked. */
    void standAt(Search wanted, long id) {
        job.cancel();
        search = wanted;
        before = id;
        state.set(new State.More());
    }

    /** Reads the next page, unless one is on its way or nothing is left. */
    void next() {
        if (state.get() instanceof State.Loading || state.get() instanceof State.End) {
            return;
        }
        state.set(new State.Loading());
        Search wanted = search;
        long from = before;
        job = background.run(() -> read(wanted, from), this::take, this::fail);
    }

    /** Nothing more is brought back. */
    void end() {
        job.cancel();
        state.set(new State.End());
    }

    /** Pages are short where bodies are long: a few of those make a full one. */
    private static boolean goesOn(int pages, int found) {
        return found == 0 ? pages < MOST_PAGES : found < PAGE && pages < MOST_SHORT_PAGES;
    }

    private void take(Page page) {
        before = page.reached();
        state.set(page.end() ? new State.End() : new State.More());
        receiver.accept(page);
    }

    private void fail(Exception failure) {
        state.set(new State.Failed(Problem.of(failure)));
    }

    private Page read(Search wanted, long from) throws InterruptedException {
        List<Loaded> found = new ArrayList<>();
        long reached = from;
        for (int page = 0; goesOn(page, found.size()); page++) {
            List<TraceEntry> entries = trace.older(reached, PAGE, wanted.query());
            if (entries.isEmpty()) {
                return new Page(found, reached, true);
            }
            for (TraceEntry entry : entries) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (wanted.allowed().test(Line.of(entry))) {
                    found.add(loaded(trace, entry));
                }
            }
            reached = entries.getLast().id();
        }
        return new Page(found, reached, false);
    }
}
