package dev.orgbench.ui;

import dev.orgbench.ui.kit.FileDialogs;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** File dialogs whose answer is known: a file that was chosen before, else the proposed name in a test's folder. */
public final class ChosenFiles implements FileDialogs {
    private final Path folder;
    private volatile @Nullable Path chosen;

    public ChosenFiles(Path folder) {
        this.folder = folder;
    }

    /** From now on this one is chosen. */
    public void choose(Path file) {
        chosen = file;
    }

    @Override
    public void save(String title, String name, Consumer<Path> taken) {
        Path file = chosen;
        taken.accept(file == null ? folder.resolve(name) : file);
    }

    @Override
    public void open(String title, Consumer<Path> taken, String... endings) {
        Path file = chosen;
        if (file != null) {
            taken.accept(file);
        }
    }
}
