package dev.orgbench.ui.kit;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Asks the person for a place on disk. Behind an interface, as a native chooser cannot be driven by a test. The consumer
 * is called on the screen's thread, and not at all if the person thinks better of it.
 */
public interface FileDialogs {
    /**
     * Where to write.
     *
     * @param title what for, as {@code Export the records}
     * @param name the name proposed, with its ending: {@code accounts.csv}
     */
    void save(String title, String name, Consumer<Path> chosen);

    /**
     * What to read.
     *
     * @param endings what fits, as {@code json}; none for any file
     */
    void open(String title, Consumer<Path> chosen, String... endings);

    /** Shows the folder that {@code file} is in. Does nothing where no file manager can be started. */
    default void showFolder(Path file) {}
}
