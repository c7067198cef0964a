package dev.orgbench.tools.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when files of a folder, or of the folders in it, change by whatever program; also when the folder is made
 * later. It looks every moment instead of asking the system to be told: of a network disk the system tells nothing, and
 * on macOS Java's own WatchService does no more than look, less often. What is written in several steps is told once.
 */
public final class FolderWatch {
    private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);
    private static final Duration PAUSE = Duration.ofMillis(600);
    /** How long the files must have stood still to count as written. */
    private static final Duration SETTLING = Duration.ofMillis(100);
    /** A file that somebody writes to without end is told of all the same. */
    private static final int MOST_SETTLING_LOOKS = 20;

    private static final int DEEPEST = 2;

    private final Path folder;
    private final Runnable changed;
    private @Nullable List<String> seen;
    private @Nullable Thread thread;

    /** @param changed runs on a thread of the watch whenever something changed */
    public FolderWatch(Path folder, Runnable changed) {
        this.folder = folder;
        this.changed = changed;
    }

    /** Begins; what changed since it was stopped counts. */
    public synchronized void start() {
        if (thread == null) {
            if (seen == null) {
                seen = stand();
            }
            List<String> before = seen;
            thread = Thread.ofVirtual().name("watch " + folder.getFileName()).start(() -> watch(before));
        }
    }

    public synchronized void stop() {
        Thread watching = thread;
        thread = null;
        if (watching != null) {
            watching.interrupt();
        }
    }

    private void watch(List<String> last) {
        List<String> before = last;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(PAUSE);
                List<String> now = stand();
                if (!now.equals(before)) {
                    before = settled(now);
                    if (!isStillWatching(before)) {
                        return;
                    }
                    tell();
                }
            }
        } catch (InterruptedException e) {
            // That is how it is stopped.
            Thread.currentThread().interrupt();
        }
    }

    private void tell() {
        try {
            changed.run();
        } catch (RuntimeException e) {
            // The next change is to be told all the same.
            log.error("What follows a change in {} failed", folder, e);
        }
    }

    private List<String> settled(List<String> first) throws InterruptedException {
        List<String> before = first;
        for (int look = 0; look < MOST_SETTLING_LOOKS; look++) {
            Thread.sleep(SETTLING);
            List<String> now = stand();
            if (now.equals(before)) {
                break;
            }
            before = now;
        }
        return before;
    }

    private synchronized boolean isStillWatching(List<String> now) {
        boolean watching = thread == Thread.currentThread();
        if (watching) {
            seen = now;
        }
        return watching;
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
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return file + " " + now.lastModifiedTime() + " " + now.size() + " " + now.fileKey();
        } catch (IOException e) {
            // Gone between the two looks.
            return file.toString();
        }
    }
}
