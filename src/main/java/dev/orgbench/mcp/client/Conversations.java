package dev.orgbench.mcp.client;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The conversation with one server: begun when it is needed, begun anew when the server does not know it any more. */
final class Conversations implements AutoCloseable {
    private final Negotiator negotiator;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Conversation current;

    Conversations(Negotiator negotiator) {
        this.negotiator = negotiator;
    }

    /** The conversation, begun now if there is none. Threads that come together begin one only. */
    Conversation current() throws McpException, InterruptedException {
        lock.lockInterruptibly();
        try {
            Conversation known = current;
            if (known == null || known.isOver()) {
                current = null;
                known = negotiator.begin();
                current = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /** How it was begun. */
    Negotiation negotiation() {
        return negotiator.told();
    }

    /** Ends the conversation. Does not wait for the server. */
    @Override
    public void close() {
        Conversation known = current;
        if (known != null) {
            known.end();
        }
    }
}
