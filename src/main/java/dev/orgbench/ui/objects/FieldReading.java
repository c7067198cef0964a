package dev.orgbench.ui.objects;

import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Batches;
import dev.orgbench.ui.kit.Problem;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Reads the fields of many objects in the background, a few at a time, each handed over as it comes. Each costs the org
 * an API request, so a person can see how many there are, and stop.
 */
final class FieldReading {
    private static final int AT_A_TIME = 4;

    private final OrgReads schema;
    private final Background background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private final BiConsumer<String, List<FieldIndex.Hit>> found;
    private final Executor feed;
    private Background.Job job = Background.Job.NONE;
    /** Tells what a stopped reading still hands over from what is read now. */
    private int run;

    /**
     * @param feed runs what it is given on the screen's thread, a few times a second at most
     * @param found gets the fields of each object, on the screen's thread
     */
    FieldReading(
            OrgReads schema, Background background, Executor feed, BiConsumer<String, List<FieldIndex.Hit>> found) {
        this.schema = schema;
        this.background = background;
        this.feed = feed;
        this.found = found;
    }

    /** How far it is. */
    sealed interface State {
        /** Nothing is being read. */
        record Idle() implements State {}

        record UnderWay(int read, int of) implements State {
            double share() {
                return of == 0 ? 1 : (double) read / of;
            }
        }

        /** It ended early, though what was found until then stands. */
        record Failed(Problem problem) implements State {}
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    boolean isUnderWay() {
        return state.get() instanceof State.UnderWay;
    }

    /** Begins to read {@code objects}; nothing happens if it is reading. */
    void start(List<String> objects) {
        if (isUnderWay() || objects.isEmpty()) {
            return;
        }
        int mine = ++run;
        state.set(new State.UnderWay(0, objects.size()));
        Batches<Read> batches = new Batches<>(feed, batch -> take(batch, mine));
        job = background.run(
                () -> {
                    readAll(objects, batches);
                    return objects.size();
                },
                done -> batches.add(new Read("", List.of())),
                failure -> fail(failure, mine));
    }

    /** Stops; what was found stays. */
    void stop() {
        run++;
        job.cancel();
        state.set(new State.Idle());
    }

    /** One object's fields; without a name it says that there are no more. */
    private record Read(String object, List<FieldIndex.Hit> fields) {}

    private void take(List<Read> batch, int mine) {
        boolean over = false;
        int count = 0;
        for (Read read : batch) {
            if (read.object().isEmpty()) {
                over = true;
            } else {
                found.accept(read.object(), read.fields());
                count++;
            }
        }
        if (mine == run && state.get() instanceof State.UnderWay(int read, int of)) {
            state.set(over ? new State.Idle() : new State.UnderWay(read + count, of));
        }
    }

    private void fail(Exception failure, int mine) {
        if (mine == run) {
            state.set(new State.Failed(Problems.of(failure)));
        }
    }

    private void readAll(List<String> objects, Batches<Read> batches) throws Exception {
        try (ExecutorService few = Executors.newFixedThreadPool(
                AT_A_TIME, Thread.ofVirtual().name("fields").factory())) {
            List<Future<?>> reading = objects.stream()
                    .<Future<?>>map(object -> few.submit(() -> {
                        batches.add(new Read(object, fields(object)));
                        return object;
                    }))
                    .toList();
            try {
                for (Future<?> each : reading) {
                    each.get();
                }
            } catch (InterruptedException | ExecutionException e) {
                few.shutdownNow();
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
    }

    private List<FieldIndex.Hit> fields(String object) throws SalesforceException {
        try {
            return FieldIndex.hits(schema.describe(object));
        } catch (SalesforceException.Refused refused) {
            // One object that the user may not see, or that is gone, is no reason to give up on the others.
            if (refused.status() == 404 || refused.errorCode().startsWith("INSUFFICIENT_ACCESS")) {
                return List.of();
            }
            throw refused;
        }
    }
}
