package dev.orgbench.ui.soql;

import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The saved queries. The files are read anew after each change and whenever they are looked at. Screen's thread only. */
final class SavedModel {
    private final SavedQueries files;
    private final Background background;
    private final ObservableList<SavedQuery> all = FXCollections.observableArrayList();
    private final FilteredList<SavedQuery> shown = new FilteredList<>(all);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

    /** Whether {@link #problem} is that the files cannot be read. */
    private boolean readingFailed;

    SavedModel(Path folder, Background background) {
        this.files = new SavedQueries(folder);
        this.background = background;
        filter.addListener((property, before, now) -> {
            String wanted = now.strip().toLowerCase(Locale.ROOT);
            shown.setPredicate(query -> Stream.of(query.path(), query.tagWords(), query.soql())
                    .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted)));
        });
    }

    /** Those whose name, tags or text fit the filter, by folder and name. */
    ObservableList<SavedQuery> shown() {
        return shown;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    StringProperty filterProperty() {
        return filter;
    }

    /** What is wrong with the files; null if nothing. */
    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The folders that there are. */
    List<String> folders() {
        return all.stream()
                .map(SavedQuery::folder)
                .filter(folder -> !folder.isEmpty())
                .distinct()
                .toList();
    }

    /** The one of that path, as it is now. */
    Optional<SavedQuery> find(String path) {
        return all.stream().filter(query -> query.path().equalsIgnoreCase(path)).findFirst();
    }

    /** Reads the files. Why something else was not done stays to be read. */
    void load() {
        background.run(
                files::all,
                queries -> {
                    if (readingFailed) {
                        problem.set(null);
                    }
                    show(queries);
                },
                failure -> {
                    problem.set(problem(failure));
                    readingFailed = true;
                });
    }

    /** Keeps a new query. */
    void add(SavedQuery query, Consumer<SavedQuery> done) {
        run(
                () -> {
                    files.add(query);
                    return query;
                },
                done);
    }

    /** Gives a query another text, name, folder or tags. */
    void change(SavedQuery before, SavedQuery now, Consumer<SavedQuery> done) {
        run(
                () -> {
                    files.change(before, now);
                    return now;
                },
                done);
    }

    void delete(SavedQuery query, Runnable done) {
        run(
                () -> {
                    files.delete(query);
                    return query;
                },
                deleted -> done.run());
    }

    /** Writes all of them into one file. */
    void exportTo(Path file, Runnable done) {
        run(() -> Files.writeString(file, files.exported(), StandardCharsets.UTF_8), written -> done.run());
    }

    /** Takes in what {@link #exportTo} wrote. */
    void importFrom(Path file, Consumer<Integer> done) {
        run(() -> files.importFrom(Files.readString(file, StandardCharsets.UTF_8)), done);
    }

    private <T> void run(Background.Work<T> work, Consumer<T> done) {
        background.run(
                () -> {
                    T result = work.call();
                    return new Outcome<>(result, files.all());
                },
                outcome -> {
                    problem.set(null);
                    show(outcome.queries());
                    done.accept(outcome.result());
                },
                failure -> {
                    readingFailed = false;
                    problem.set(problem(failure));
                });
    }

    private void show(List<SavedQuery> queries) {
        if (!all.equals(queries)) {
            all.setAll(queries);
        }
    }

    private static Problem problem(Exception failure) {
        return failure instanceof IOException
                ? new Problem(null, words(failure), "Nothing was changed.")
                : Problem.of(failure);
    }

    private static String words(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        return message.endsWith(".") || message.contains(":")
                ? message
                : failure.getClass().getSimpleName() + ": " + message;
    }

    private record Outcome<T>(T result, List<SavedQuery> queries) {}
}
