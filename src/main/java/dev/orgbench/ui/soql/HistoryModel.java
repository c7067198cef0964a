package dev.orgbench.ui.soql;

import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** What was run before, the newest first. Screen's thread only. */
final class HistoryModel {
    private final QueryHistory file;
    private final Background background;
    private final Consumer<Problem> failed;
    private final ObservableList<HistoryEntry> all = FXCollections.observableArrayList();
    private final FilteredList<HistoryEntry> shown = new FilteredList<>(all);
    private final StringProperty filter = new SimpleStringProperty("");

    HistoryModel(Path file, Background background, Consumer<Problem> failed) {
        this.file = new QueryHistory(file);
        this.background = background;
        this.failed = failed;
        filter.addListener((property, before, now) -> {
            String wanted = now.strip().toLowerCase(Locale.ROOT);
            shown.setPredicate(entry -> entry.soql().toLowerCase(Locale.ROOT).contains(wanted));
        });
        background.run(this.file::entries, this::take, this::tell);
    }

    /** Those that fit the filter. */
    ObservableList<HistoryEntry> shown() {
        return shown;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    StringProperty filterProperty() {
        return filter;
    }

    /** Notes a run, here and on disk. */
    void add(HistoryEntry entry) {
        all.addFirst(entry);
        if (all.size() > QueryHistory.KEPT) {
            all.removeLast();
        }
        background.run(
                () -> {
                    file.add(entry);
                    return entry;
                },
                kept -> {},
                this::tell);
    }

    private void take(List<HistoryEntry> entries) {
        all.addAll(entries.subList(0, Math.max(0, Math.min(entries.size(), QueryHistory.KEPT - all.size()))));
    }

    private void tell(Exception failure) {
        failed.accept(new Problem(
                null,
                "The history of queries can not be read or written (" + failure.getMessage() + ").",
                "Queries run all the same. Look at the rights and the room of the disk."));
    }
}
