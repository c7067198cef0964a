package dev.orgbench.ui.tools;

import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Problem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The saved calls as the screen lists them, and what can be done with them. */
final class SavedCallsModel {
    private final SavedCalls calls;
    private final Background background;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private Background.Job reading = Background.Job.NONE;

    SavedCallsModel(SavedCalls calls, Background background) {
        this.calls = calls;
        this.background = background;
    }

    /** A line of the list. */
    sealed interface Row {
        /** A collection's name. */
        record Collection(String name, int count) implements Row {}

        /** A call. */
        record Item(SavedCall call) implements Row {}

        /** A file that cannot be used. */
        record Broken(Path file, String why) implements Row {}
    }

    ObservableList<Row> rows() {
        return rows;
    }

    /** What went wrong last; null if nothing did. */
    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    Path folder() {
        return calls.folder();
    }

    /** Names of the collections that there are. */
    List<String> collections() {
        return rows.stream()
                .filter(Row.Collection.class::isInstance)
                .map(row -> ((Row.Collection) row).name())
                .toList();
    }

    boolean has(String collection, String name) {
        return rows.stream()
                .anyMatch(row -> row instanceof Row.Item(SavedCall call)
                        && call.collection().equalsIgnoreCase(collection)
                        && call.name().equalsIgnoreCase(name));
    }

    /** Reads the folder anew. */
    void refresh() {
        reading.cancel();
        reading = background.run(calls::list, this::show, this::fail);
    }

    /** Keeps a call. {@code saved} runs when it is on disk. */
    void save(SavedCall call, boolean replace, Runnable saved) {
        change(() -> calls.save(call, replace), saved);
    }

    void rename(SavedCall call, String collection, String name, Runnable renamed) {
        change(() -> calls.rename(call, collection, name), renamed);
    }

    /** Takes a call out. {@code undo} is handed what brings it back. */
    void delete(SavedCall call, Runnable deleted) {
        change(() -> calls.delete(call), deleted);
    }

    private interface Change {
        void make() throws IOException;
    }

    private void change(Change change, Runnable done) {
        background.run(
                () -> {
                    change.make();
                    return calls.list();
                },
                found -> {
                    show(found);
                    done.run();
                },
                this::fail);
    }

    private void show(SavedCalls.Found found) {
        problem.set(null);
        List<Row> now = new ArrayList<>();
        String collection = "";
        for (SavedCall call : found.calls()) {
            if (!call.collection().equals(collection)) {
                collection = call.collection();
                String name = collection;
                long count = found.calls().stream()
                        .filter(each -> each.collection().equals(name))
                        .count();
                now.add(new Row.Collection(name, (int) count));
            }
            now.add(new Row.Item(call));
        }
        found.unreadable().forEach(broken -> now.add(new Row.Broken(broken.file(), broken.why())));
        // The same list must not lose its selection because the folder was looked at.
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
    }

    private void fail(Exception failure) {
        problem.set(
                switch (failure) {
                    case FileAlreadyExistsException e ->
                        new Problem(
                                null,
                                "There is a saved call of this name already.",
                                "Choose another name, or replace it.");
                    case IOException e ->
                        new Problem(
                                null,
                                "The folder of saved calls cannot be used: " + e.getMessage(),
                                "Look whether " + calls.folder() + " can be written.");
                    default -> Problem.of(failure);
                });
    }
}
