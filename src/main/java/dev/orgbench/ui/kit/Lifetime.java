package dev.orgbench.ui.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long an org's screens live: when it ends, nothing that outlives them follows or holds them any more. */
public final class Lifetime implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lifetime.class);

    private final Deque<AutoCloseable> kept = new ArrayDeque<>();
    private boolean over;

    /** Ends {@code subscription} with this; at once, if this has ended. */
    public void keep(AutoCloseable subscription) {
        kept.push(subscription);
        if (over) {
            close();
        }
    }

    /** Ends all, the newest first; one that fails does not keep the rest. */
    @Override
    public void close() {
        over = true;
        while (!kept.isEmpty()) {
            try {
                kept.pop().close();
            } catch (Exception e) {
                LOG.warn("A subscription of a screen did not end", e);
            }
        }
    }
}
