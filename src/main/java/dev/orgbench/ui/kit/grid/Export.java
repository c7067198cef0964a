package dev.orgbench.ui.kit.grid;

import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Batches;
import dev.orgbench.ui.kit.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Writes all rows of a result into a file, row by row. The file appears under its name when it is complete; cancelled
 * or failed, nothing of it stays. Screen's thread only.
 */
final class Export {
    private static final int TOLD_EVERY = 200;

    private final Background background;
    private final Executor feed;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private Background.Job job = Background.Job.NONE;

    Export(Background background, Executor feed) {
        this.background = background;
        this.feed = feed;
    }

    sealed interface State {
        record Idle() implements State {}

        /**
         * Rows go into the file.
         *
         * @param total -1 if nobody knows
         */
        record Writing(long rows, long total) implements State {}

        record Written(Path file, long rows) implements State {}

        record Failed(Problem problem) implements State {}
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Begins; one at a time. */
    void start(ExportFormat format, Path file, List<GridColumn> columns, AllRows rows) {
        job.cancel();
        state.set(new State.Writing(0, rows.total()));
        Batches<Long> progress = new Batches<>(feed, written -> {
            if (state.get() instanceof State.Writing) {
                state.set(new State.Writing(written.getLast(), rows.total()));
            }
        });
        List<GridColumn> heads = List.copyOf(columns);
        rows.store().hold();
        job = background.run(
                () -> write(format, file, heads, rows, progress),
                written -> state.set(new State.Written(file, written)),
                failure -> state.set(new State.Failed(problem(failure, file))));
    }

    /** Ends it; tells whether it was under way. */
    boolean cancel() {
        if (!(state.get() instanceof State.Writing)) {
            return false;
        }
        job.cancel();
        state.set(new State.Idle());
        return true;
    }

    /** What came of the last one is read. */
    void forget() {
        if (!(state.get() instanceof State.Writing)) {
            state.set(new State.Idle());
        }
    }

    private static long write(
            ExportFormat format, Path file, List<GridColumn> columns, AllRows rows, Batches<Long> progress)
            throws Exception {
        try {
            return writeFile(format, file, columns, rows, progress);
        } finally {
            rows.store().release();
        }
    }

    private static long writeFile(
            ExportFormat format, Path file, List<GridColumn> columns, AllRows rows, Batches<Long> progress)
            throws Exception {
        Path part = Files.createTempFile(file.toAbsolutePath().getParent(), "." + file.getFileName() + "-", ".part");
        long[] written = {0};
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
                    ExportFormat.Writer writer = format.open(out, columns)) {
                rows.forEach(record -> {
                    writer.write(record);
                    written[0]++;
                    if (written[0] % TOLD_EVERY == 0) {
                        progress.add(written[0]);
                    }
                });
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return written[0];
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Problem problem(Exception failure, Path file) {
        return failure instanceof IOException
                ? new Problem(
                        null,
                        "The file " + file + " could not be written ("
                                + failure.getClass().getSimpleName() + ": " + failure.getMessage() + ").",
                        "Choose another folder, or make room on the disk, and export again. Nothing was left behind.")
                : Problem.of(failure);
    }
}
