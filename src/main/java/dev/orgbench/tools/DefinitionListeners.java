package dev.orgbench.tools;

import dev.orgbench.tools.sources.DefinitionSource;
import dev.orgbench.tools.sources.FolderDefinitions;
import dev.orgbench.tools.sources.FolderWatch;
import dev.orgbench.trace.Trace;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who wants to know when definition files change. The folders are watched as long as there is somebody. */
final class DefinitionListeners {
    private final List<FolderWatch> watches;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    DefinitionListeners(List<DefinitionSource> sources) {
        this.watches = sources.stream()
                .filter(FolderDefinitions.class::isInstance)
                .map(FolderDefinitions.class::cast)
                .map(source -> new FolderWatch(source.folder(), this::tell))
                .toList();
    }

    synchronized Trace.Subscription add(Runnable listener) {
        if (listeners.isEmpty()) {
            watches.forEach(FolderWatch::start);
        }
        listeners.add(listener);
        return () -> remove(listener);
    }

    private synchronized void remove(Runnable listener) {
        if (listeners.remove(listener) && listeners.isEmpty()) {
            watches.forEach(FolderWatch::stop);
        }
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
