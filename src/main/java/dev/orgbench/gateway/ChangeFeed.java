package dev.orgbench.gateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who wants to know of changes in the register. */
final class ChangeFeed {
    private final List<Consumer<ServerRegister.Change>> listeners = new CopyOnWriteArrayList<>();

    ServerRegister.Subscription subscribe(Consumer<ServerRegister.Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell(ServerRegister.Change change) {
        listeners.forEach(listener -> listener.accept(change));
    }
}
