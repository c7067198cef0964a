package dev.orgbench.ui.kit.grid;

import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Problem;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Sends changes one after the other and notes how each went. One that fails does not keep the others back; what was
 * refused can be sent again. Screen's thread only.
 */
final class Sending {
    private final Background background;
    private final RecordWriter writer;
    private final Consumer<RecordChange> carriedOut;
    private final ObservableList<Item> items;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private Background.Job job = Background.Job.NONE;
    private int at;

    Sending(
            List<? extends RecordChange> changes,
            RecordWriter writer,
            Background background,
            Consumer<RecordChange> carriedOut) {
        this.background = background;
        this.writer = writer;
        this.carriedOut = carriedOut;
        this.items = FXCollections.observableArrayList(changes.stream()
                .map(change -> new Item(change, new Outcome.Waiting()))
                .toList());
    }

    /** A change and how it went. */
    record Item(RecordChange change, Outcome outcome) {}

    sealed interface Outcome {
        record Waiting() implements Outcome {}

        record Sent() implements Outcome {}

        record Done() implements Outcome {}

        record Failed(Problem problem) implements Outcome {}
    }

    ObservableList<Item> items() {
        return items;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    long count(Class<? extends Outcome> outcome) {
        return items.stream().filter(item -> outcome.isInstance(item.outcome())).count();
    }

    /** Sends all that is not done yet. */
    void start() {
        if (!running.get()) {
            running.set(true);
            at = -1;
            sendNext();
        }
    }

    /** Stops before the next one. The one under way is interrupted; whether the org carried it out is then unknown, and said so. */
    void cancel() {
        if (running.get()) {
            job.cancel();
            if (at < items.size() && items.get(at).outcome() instanceof Outcome.Sent) {
                set(new Outcome.Failed(new Problem(
                        null,
                        "Cancelled while it was under way: it may have been carried out.",
                        "Run the query again to see.")));
            }
            running.set(false);
        }
    }

    /** What came of it, in words: {@code 3 sent, 1 refused}. */
    String words() {
        return List.of(
                        part(count(Outcome.Done.class), "done"),
                        part(count(Outcome.Failed.class), "failed"),
                        part(count(Outcome.Waiting.class), "waiting"))
                .stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String part(long count, String what) {
        return count == 0 ? "" : count + " " + what;
    }

    private void sendNext() {
        at++;
        while (at < items.size() && items.get(at).outcome() instanceof Outcome.Done) {
            at++;
        }
        if (at >= items.size()) {
            running.set(false);
            return;
        }
        RecordChange change = items.get(at).change();
        set(new Outcome.Sent());
        job = background.run(
                () -> {
                    switch (change) {
                        case RecordChange.Update update -> writer.update(update.object(), update.id(), update.body());
                        case RecordChange.Delete delete -> writer.delete(delete.object(), delete.id());
                    }
                    return change;
                },
                done -> {
                    set(new Outcome.Done());
                    carriedOut.accept(done);
                    sendNext();
                },
                failure -> {
                    set(new Outcome.Failed(Problem.of(failure)));
                    sendNext();
                });
    }

    private void set(Outcome outcome) {
        items.set(at, new Item(items.get(at).change(), outcome));
    }
}
