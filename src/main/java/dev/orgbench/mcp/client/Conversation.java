package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How one server is spoken to once the protocol is agreed on: each era and transport has its own way. */
sealed interface Conversation permits ModernConversation, LegacyConversation, OldConversation {
    /**
     * A request and its answer.
     *
     * @param untaken whether the server refused to take the message at all, since it does not know this conversation
     *     (any more): then it may be sent again in a new one
     */
    record Turn(ObjectNode message, Reply reply, boolean untaken) {}

    /** How a stream of changes ended. */
    enum Listened {
        /** The server has none, and will have none. */
        NEVER,
        /** It may be opened again. */
        BROKEN,
        /** It may be opened again in another conversation. */
        UNTAKEN
    }

    /** What was agreed on. */
    Negotiation.Agreement agreement();

    /**
     * Sends a request and waits for its answer.
     *
     * @param progress gets reports; null for none
     */
    Turn request(String method, ObjectNode params, @Nullable Consumer<Progress> progress)
            throws McpException, InterruptedException;

    /**
     * Listens until the stream ends or this thread is interrupted.
     *
     * @param open runs when the server hears that it is listened to
     * @param changed runs each time the tools have changed
     */
    Listened listen(Runnable open, Runnable changed) throws McpException, InterruptedException;

    /** Whether it came to its end by itself, so that another must be begun. */
    boolean isOver();

    /** Says good-bye where that is the custom. Does not wait. */
    void end();
}
