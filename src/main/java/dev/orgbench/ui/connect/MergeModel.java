package dev.orgbench.ui.connect;

import dev.orgbench.connect.Machine;
import dev.orgbench.connect.guide.ConfigFile;
import dev.orgbench.connect.guide.Snippet;
import dev.orgbench.connect.merge.ConfigEntry;
import dev.orgbench.connect.merge.ConfigMerge;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Problem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** One entry on its way into a file: which file, what would change, and the change itself. Screen's thread only. */
public final class MergeModel {
    private final Snippet snippet;
    private final ConfigEntry entry;
    private final UnaryOperator<String> mask;
    private final Machine machine;
    private final Clock clock;
    private final Background background;
    private final StringProperty path = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable ConfigMerge> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private Background.Job planning = Background.Job.NONE;

    MergeModel(Snippet snippet, UnaryOperator<String> mask, Machine machine, Clock clock, Background background) {
        this.snippet = snippet;
        this.entry = Objects.requireNonNull(snippet.entry(), "only an entry can be merged");
        this.mask = mask;
        this.machine = machine;
        this.clock = clock;
        this.background = background;
        path.addListener((property, before, now) -> plan());
        snippet.files().stream()
                .flatMap(file -> file.on(machine).stream())
                .findFirst()
                .ifPresent(file -> path.set(machine.shown(file)));
    }

    /**
     * What was done.
     *
     * @param backup where the file is kept as it was; empty if there was none
     */
    public record Done(Path file, Optional<Path> backup) {}

    /** The file, as a person writes it: {@code ~} is the home folder. */
    public StringProperty pathProperty() {
        return path;
    }

    /** The change; null while there is none to show. */
    public ReadOnlyObjectProperty<@Nullable ConfigMerge> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** Why it cannot be made; null if it can. */
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Paths of files in a project that the client reads, too: {@code .cursor/mcp.json}. */
    public List<String> projectFiles() {
        return snippet.files().stream()
                .filter(ConfigFile::isInProject)
                .map(ConfigFile::inProject)
                .toList();
    }

    /** The file's ending, for a chooser. */
    public String ending() {
        return entry.format() == ConfigEntry.Format.TOML ? "toml" : "json";
    }

    /** A path as a person writes it. */
    public String shown(Path file) {
        return machine.shown(file);
    }

    /** A line of the change, without the server's token. */
    public String masked(String line) {
        return mask.apply(line);
    }

    /** Makes the change that was shown. */
    public void apply(Consumer<Done> done) {
        ConfigMerge shown = plan.get();
        if (shown == null) {
            return;
        }
        background.run(
                () -> new Done(shown.file(), shown.apply(clock)), done, failure -> problem.set(Problems.of(failure)));
    }

    private void plan() {
        planning.cancel();
        plan.set(null);
        problem.set(null);
        String written = path.get().strip();
        if (written.isEmpty()) {
            return;
        }
        planning = background.run(
                () -> ConfigMerge.plan(file(written), entry),
                plan::set,
                failure -> problem.set(
                        failure instanceof InvalidPathException
                                ? new Problem(
                                        null, "This is not a path.", "Write the file's whole path, or browse for it.")
                                : Problems.of(failure)));
    }

    private Path file(String written) {
        return machine.path(written);
    }
}
