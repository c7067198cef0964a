package dev.orgbench.ui.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notices when files of a folder change, by whatever program. It looks every moment instead of asking the system to be
 * told: that works on every disk, and for editors that write a new file and rename it.
 */
final class FolderWatch {
    private static final Duration PAUSE = Duration.ofMillis(600);
    private static final int DEEPEST = 2;

    private final Path folder;
    private final Executor screen;
    private final Runnable changed;
    private @Nullable Thread thread;

    /** @param changed runs on the {@code screen}'s thread whenever something changed */
    FolderWatch(Path folder, Executor screen, Runnable changed) {
        this.folder = folder;
        this.screen = screen;
        this.changed = changed;
    }

    /** Begins; what changed since it was stopped counts. */
    void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("watch " + folder.getFileName()).start(this::watch);
        }
    }

    void stop() {
        Thread watching = thread;
        thread = null;
        if (watching != null) {
            watching.interrupt();
        }
    }

    private void watch() {
        List<String> before = stand();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(PAUSE);
                List<String> now = stand();
                if (!now.equals(before)) {
                    before = now;
                    screen.execute(changed);
                }
            }
        } catch (InterruptedException e) {
            // That is how it is stopped.
            Thread.currentThread().interrupt();
        }
    }

    private List<String> stand() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            return files.filter(Files::isRegularFile)
                    .map(FolderWatch::stand)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            // A folder that vanishes while it is looked at: the next look tells.
            return List.of();
        }
    }

    private static String stand(Path file) {
        try {
            return file + " " + Files.getLastModifiedTime(file).toMillis() + " " + Files.size(file);
        } catch (IOException e) {
            // Gone between the two looks.
            return file.toString();
        }
    }
}
