package dev.orgbench.cli;

import java.time.Duration;

/**
 * Ends this process soon after the one that started it. For the build's run: Maven, when a signal ends it, leaves the
 * processes that it started. (The platform's own {@code ProcessHandle.onExit} notices only after seconds.)
 */
final class ParentWatch {
    private static final String WANTED = "orgbench.ends-with-parent";
    private static final Duration GLANCE = Duration.ofMillis(200);

    private ParentWatch() {}

    static void startIfWanted() {
        if (Boolean.getBoolean(WANTED)) {
            ProcessHandle.current()
                    .parent()
                    .ifPresent(parent -> Thread.ofVirtual().name("parent-watch").start(() -> endAfter(parent)));
        }
    }

    private static void endAfter(ProcessHandle parent) {
        try {
            while (parent.isAlive()) {
                Thread.sleep(GLANCE);
            }
            System.exit(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
