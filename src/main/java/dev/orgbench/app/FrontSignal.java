package dev.orgbench.app;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a second start asks the window that is already open to come to the front: it makes the file {@code
 * orgbench.front} in the data folder, and the window's process takes it away. A process without a window leaves it.
 */
final class FrontSignal implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FrontSignal.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Path file;
    private final Runnable toFront;
    private final WatchService watch;

    private FrontSignal(Path file, Runnable toFront, WatchService watch) {
        this.file = file;
        this.toFront = toFront;
        this.watch = watch;
    }

    /** Calls {@code toFront}, on a thread of its own, whenever a second start asks for it. */
    static FrontSignal listen(Path folder, Runnable toFront) throws IOException {
        FrontSignal signal = new FrontSignal(
                signalFile(folder), toFront, folder.getFileSystem().newWatchService());
        Files.deleteIfExists(signal.file);
        folder.register(signal.watch, StandardWatchEventKinds.ENTRY_CREATE);
        Thread.ofVirtual().name("front-signal").start(signal::watch);
        return signal;
    }

    /** Asks the window that holds {@code folder} to come to the front; tells whether it did. */
    static boolean ask(Path folder) throws IOException, InterruptedException {
        Path file = signalFile(folder);
        Files.deleteIfExists(file);
        Files.createFile(file);
        for (long left = PATIENCE.toMillis(); left > 0 && Files.exists(file); left -= GLANCE.toMillis()) {
            Thread.sleep(GLANCE);
        }
        return !Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }

    private void watch() {
        try {
            for (WatchKey key = watch.take(); ; key = watch.take()) {
                key.pollEvents();
                if (Files.deleteIfExists(file)) {
                    toFront.run();
                }
                key.reset();
            }
        } catch (ClosedWatchServiceException e) {
            log.debug("No longer listening for second starts");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            log.warn("Second starts can no longer be noticed", e);
        }
    }

    private static Path signalFile(Path folder) {
        return folder.resolve("orgbench.front");
    }
}
