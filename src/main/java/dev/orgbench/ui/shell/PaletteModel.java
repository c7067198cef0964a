package dev.orgbench.ui.shell;

import java.util.Comparator;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the palette finds for what is typed: the best fit first. */
public final class PaletteModel {
    /** More than a person reads. */
    static final int MOST = 60;

    private final List<PaletteEntry> entries;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<PaletteEntry> found = FXCollections.observableArrayList();

    /** @param entries all that there is to find; shown in this order while nothing is typed */
    public PaletteModel(List<PaletteEntry> entries) {
        this.entries = List.copyOf(entries);
        query.addListener((property, before, now) -> search());
        search();
    }

    private record Hit(PaletteEntry entry, int score) {}

    public StringProperty queryProperty() {
        return query;
    }

    /** The best fits for what is typed. */
    public ObservableList<PaletteEntry> found() {
        return found;
    }

    private void search() {
        String typed = query.get().strip();
        found.setAll(entries.stream()
                .map(entry -> new Hit(entry, score(typed, entry)))
                .filter(hit -> hit.score() > 0)
                .sorted(Comparator.comparingInt(Hit::score).reversed())
                .limit(MOST)
                .map(Hit::entry)
                .toList());
    }

    /** A title counts for more than a detail: a person types what stands first. */
    private static int score(String typed, PaletteEntry entry) {
        return Math.max(2 * Fit.score(typed, entry.title()), Fit.score(typed, entry.detail()));
    }
}
