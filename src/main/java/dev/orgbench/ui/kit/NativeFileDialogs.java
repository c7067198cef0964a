package dev.orgbench.ui.kit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The system's own choosers. They begin where the last one ended. */
public final class NativeFileDialogs implements FileDialogs {
    private static final Logger LOG = LoggerFactory.getLogger(NativeFileDialogs.class);
    private static final String FOLDER = "files.folder";

    private final Supplier<@Nullable Window> owner;
    private final Memory memory;

    /** @param owner the window that they stand before */
    public NativeFileDialogs(Supplier<@Nullable Window> owner, Memory memory) {
        this.owner = owner;
        this.memory = memory;
    }

    @Override
    public void save(String title, String name, Consumer<Path> chosen) {
        FileChooser chooser = chooser(title);
        chooser.setInitialFileName(name);
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            String ending = name.substring(dot + 1);
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending));
        }
        tell(chooser.showSaveDialog(owner.get()), chosen);
    }

    @Override
    public void open(String title, Consumer<Path> chosen, String... endings) {
        FileChooser chooser = chooser(title);
        if (endings.length > 0) {
            String[] patterns =
                    Arrays.stream(endings).map(ending -> "*." + ending).toArray(String[]::new);
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(String.join(", ", endings), patterns));
        }
        tell(chooser.showOpenDialog(owner.get()), chosen);
    }

    @Override
    public void showFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        // Started away from the screen's thread, as a busy system takes its time; never through a shell.
        Thread.ofVirtual().start(() -> {
            try {
                new ProcessBuilder(fileManager(System.getProperty("os.name", "")), folder.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException e) {
                LOG.info("No file manager can be started", e);
            }
        });
    }

    static String fileManager(String os) {
        String name = os.toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "open" : name.startsWith("windows") ? "explorer" : "xdg-open";
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        memory.get(FOLDER).map(File::new).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private void tell(@Nullable File file, Consumer<Path> chosen) {
        if (file != null) {
            File folder = file.getParentFile();
            if (folder != null) {
                memory.put(FOLDER, folder.getPath());
            }
            chosen.accept(file.toPath());
        }
    }
}
