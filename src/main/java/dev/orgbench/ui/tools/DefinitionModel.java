package dev.orgbench.ui.tools;

import dev.orgbench.tools.DefinitionPlace;
import dev.orgbench.tools.OwnDefinitions;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.Problem;
import java.io.IOException;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The file that a tool is made from, while a person reads or changes it. What is typed is kept among the drafts. */
final class DefinitionModel {
    private final OwnDefinitions definitions;
    private final Drafts drafts;
    private final Background background;
    private final Runnable regenerate;
    private final ReadOnlyObjectWrapper<@Nullable DefinitionPlace> place = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<String> text = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Fault> faults = FXCollections.observableArrayList();
    private Background.Job checking = Background.Job.NONE;
    private Background.Job reading = Background.Job.NONE;

    /** @param regenerate lists the tools anew */
    DefinitionModel(OwnDefinitions definitions, Drafts drafts, Background background, Runnable regenerate) {
        this.definitions = definitions;
        this.drafts = drafts;
        this.background = background;
        this.regenerate = regenerate;
    }

    /** What is wrong with a line, counted from 1; 0 is the file as a whole. */
    record Fault(int line, String words) {
        @Override
        public String toString() {
            return line == 0 ? words : "Line " + line + ": " + words;
        }
    }

    /** The file as it is on disk; null until it is read, or if there is none. */
    ReadOnlyObjectProperty<@Nullable DefinitionPlace> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** The text as it stands in the editor. */
    ReadOnlyObjectProperty<String> textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Whether the text is another one than the file's. */
    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** What is wrong with the text, by line. */
    ObservableList<Fault> faults() {
        return faults;
    }

    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Shows the file that makes {@code tool}. */
    void openTool(String tool) {
        read(() -> definitions.of(tool));
    }

    /** Shows a file. */
    void openFile(String file) {
        read(() -> definitions.file(file));
    }

    /** Another program may have written the file. What is being typed stays. */
    void refresh() {
        DefinitionPlace open = place.get();
        if (open != null) {
            read(() -> definitions
                    .file(open.file())
                    .map(now -> new DefinitionPlace(now.file(), now.text(), open.line(), now.own(), now.bundled())));
        }
    }

    /** Takes the text as it is typed. */
    void type(String now) {
        DefinitionPlace open = place.get();
        if (open == null || !open.own()) {
            return;
        }
        text.set(now);
        changed.set(!now.equals(open.text()));
        if (changed.get()) {
            drafts.put(draft(open), now);
        } else {
            drafts.remove(draft(open));
        }
        check(open.file(), now);
    }

    /** Copies a bundled file into the person's folder, where it can be changed. */
    void makeMine() {
        DefinitionPlace open = place.get();
        if (open != null && !open.own()) {
            change(open, () -> definitions.save(open.file(), open.text()));
        }
    }

    /** Writes the text and makes the tools anew. A text with faults stays a draft: it would make no tool. */
    void save() {
        DefinitionPlace open = place.get();
        String now = text.get();
        if (open == null || !open.own() || !faults.isEmpty()) {
            return;
        }
        change(open, () -> {
            // Asked once more: the last check may still be under way.
            if (definitions.faults(open.file(), now).isEmpty()) {
                definitions.save(open.file(), now);
            }
        });
    }

    /** Takes the file's text again. */
    void revert() {
        DefinitionPlace open = place.get();
        if (open != null) {
            drafts.remove(draft(open));
            show(open);
        }
    }

    /** Takes the file out of the folder: the bundled one is in force again, or the tool goes. */
    void delete() {
        DefinitionPlace open = place.get();
        if (open != null && open.own()) {
            drafts.remove(draft(open));
            change(open, () -> definitions.delete(open.file()));
        }
    }

    private interface Change {
        void make() throws IOException;
    }

    private void change(DefinitionPlace open, Change change) {
        background.run(
                () -> {
                    change.make();
                    return definitions.file(open.file());
                },
                found -> {
                    problem.set(null);
                    Optional<DefinitionPlace> now = found;
                    now.filter(file -> file.own() && file.text().equals(text.get()))
                            .ifPresent(file -> drafts.remove(draft(file)));
                    now.ifPresentOrElse(this::show, () -> place.set(null));
                    regenerate.run();
                },
                this::fail);
    }

    private void read(Background.Work<Optional<DefinitionPlace>> work) {
        reading.cancel();
        reading = background.run(
                work,
                found -> {
                    problem.set(null);
                    found.ifPresentOrElse(this::show, () -> place.set(null));
                },
                this::fail);
    }

    private void show(DefinitionPlace file) {
        String kept = file.own() ? drafts.get(draft(file)).orElse(file.text()) : file.text();
        text.set(kept);
        changed.set(!kept.equals(file.text()));
        place.set(file);
        if (file.own()) {
            check(file.file(), kept);
        } else {
            faults.clear();
        }
    }

    private void check(String file, String now) {
        checking.cancel();
        checking = background.run(
                () -> definitions.faults(file, now).stream()
                        .map(fault -> new Fault(fault.line(), fault.fault()))
                        .toList(),
                faults::setAll,
                this::fail);
    }

    private void fail(Exception failure) {
        problem.set(
                failure instanceof IOException
                        ? new Problem(
                                null,
                                "The definition cannot be written: " + failure.getMessage(),
                                "Look whether " + definitions.folder()
                                        + " can be written. The text stays here as a draft.")
                        : Problem.of(failure));
    }

    private static String draft(DefinitionPlace file) {
        return "definitions/" + file.file();
    }
}
