package dev.orgbench.gateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to know of changes in the register. */
final class ChangeFeed {
    private static final Logger log = LoggerFactory.getLogger(ChangeFeed.class);

    private final List<Consumer<ServerRegister.Change>> listeners = new CopyOnWriteArrayList<>();

    ServerRegister.Subscription subscribe(Consumer<ServerRegister.Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell(ServerRegister.Change change) {
        for (Consumer<ServerRegister.Change> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                // The others must hear of it: an end that is not told leaves a stream open.
                log.warn("{} was not taken note of", change, e);
            }
        }
    }
}
