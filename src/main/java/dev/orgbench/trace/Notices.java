package dev.orgbench.trace;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What a person should know, each told once. Safe for use by several threads. */
final class Notices {
    private final Set<String> told = new LinkedHashSet<>();
    private final List<Consumer<String>> listeners = new ArrayList<>();

    /** Tells it, unless it was told before. */
    synchronized void tell(String notice) {
        if (told.add(notice)) {
            listeners.forEach(listener -> listener.accept(notice));
        }
    }

    /** Hears what was told already, and what will be. */
    synchronized Trace.Subscription subscribe(Consumer<String> listener) {
        listeners.add(listener);
        told.forEach(listener);
        return () -> unsubscribe(listener);
    }

    private synchronized void unsubscribe(Consumer<String> listener) {
        listeners.remove(listener);
    }
}
