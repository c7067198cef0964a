package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import dev.orgbench.trace.Trace;
import dev.orgbench.trace.TraceEntry;
import dev.orgbench.trace.TraceQuery;
import dev.orgbench.trace.export.ExportEntry;
import dev.orgbench.trace.export.ExportFormat;
import dev.orgbench.trace.export.TraceExport;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Writes traffic to a file in the background. */
final class ExportModel {
    private static final int PAGE = 200;

    private final Trace trace;
    private final TraceExport export;
    private final Background background;
    private final BiConsumer<Integer, Path> done;
    private final AtomicInteger written = new AtomicInteger();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private Background.Job job = Background.Job.NONE;

    /** @param done told how many entries were written, and where */
    ExportModel(Trace trace, TraceExport export, Background background, BiConsumer<Integer, Path> done) {
        this.trace = trace;
        this.export = export;
        this.background = background;
        this.done = done;
    }

    /** How far an export is. */
    sealed interface State {
        /** None is under way. */
        record Idle() implements State {}

        /**
         * On its way.
         *
         * @param total how many entries there are; 0 if that is not known before
         */
        record Running(Path file, int total) implements State {}

        /** Nothing was written. */
        record Failed(Problem problem) implements State {}
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How many entries are written; may be asked on any thread. */
    int written() {
        return written.get();
    }

    /** Writes the entries with these ids, in that order. What is kept no longer is left out. */
    void entries(List<Long> ids, ExportFormat format, Path file) {
        start(() -> ids.stream().map(this::entry).flatMap(Optional::stream).iterator(), ids.size(), format, file);
    }

    /** Writes all that is kept, newest first. */
    void everything(ExportFormat format, Path file) {
        start(AllKept::new, 0, format, file);
    }

    void cancel() {
        job.cancel();
        state.set(new State.Idle());
    }

    /** Puts a failure away. */
    void dismiss() {
        if (state.get() instanceof State.Failed) {
            state.set(new State.Idle());
        }
    }

    private void start(Iterable<ExportEntry> entries, int total, ExportFormat format, Path file) {
        if (state.get() instanceof State.Running) {
            return;
        }
        written.set(0);
        state.set(new State.Running(file, total));
        job = background.run(
                () -> export.write(format, entries, file, written::set),
                count -> {
                    state.set(new State.Idle());
                    done.accept(count, file);
                },
                failure -> state.set(new State.Failed(problem(failure, file))));
    }

    private static Problem problem(Exception failure, Path file) {
        return failure instanceof IOException
                ? new Problem(
                        null,
                        "The export could not be written to " + file.getFileName() + ": " + failure.getMessage(),
                        "Choose another place, or make room on the disk.")
                : Problem.of(failure);
    }

    private Optional<ExportEntry> entry(long id) {
        return DetailModel.read(trace, id)
                .map(detail -> new ExportEntry(detail.message().orElse(null), detail.exchanges()));
    }

    private ExportEntry entry(TraceEntry entry) {
        return switch (entry) {
            case Message message -> new ExportEntry(message, trace.exchanges(message.id()));
            case Exchange exchange -> ExportEntry.own(exchange);
        };
    }

    private final class AllKept implements Iterator<ExportEntry> {
        private final Deque<TraceEntry> page = new ArrayDeque<>();
        private long before = Long.MAX_VALUE;

        @Override
        public boolean hasNext() {
            if (page.isEmpty()) {
                page.addAll(trace.older(before, PAGE, TraceQuery.ALL));
                if (!page.isEmpty()) {
                    before = page.getLast().id();
                }
            }
            return !page.isEmpty();
        }

        @Override
        public ExportEntry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return entry(page.removeFirst());
        }
    }
}
