package dev.orgbench.cli;

import java.time.Duration;
import java.util.Optional;

/**
 * Ends this process soon after the one that started it. For the build's run: Maven, when a signal ends it, leaves the
 * processes that it started. (The platform's own {@code ProcessHandle.onExit} notices only after seconds.)
 */
final class ParentWatch {
    private static final String WANTED = "orgbench.ends-with-parent";
    private static final Duration GLANCE = Duration.ofMillis(100);

    private ParentWatch() {}

    static void startIfWanted() {
        if (Boolean.getBoolean(WANTED)) {
            Optional<ProcessHandle> parent = parent();
            Thread.ofVirtual().name("parent-watch").start(() -> endAfter(parent));
        }
    }

    /** An orphan is given another parent at once, while a parent that ended may count as alive until it is buried. */
    private static void endAfter(Optional<ProcessHandle> parent) {
        try {
            while (parent().equals(parent)) {
                Thread.sleep(GLANCE);
            }
            System.exit(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<ProcessHandle> parent() {
        return ProcessHandle.current().parent();
    }
}
