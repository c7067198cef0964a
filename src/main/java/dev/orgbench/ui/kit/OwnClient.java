package dev.orgbench.ui.kit;

import dev.orgbench.trace.Message;

/** The window's own MCP client, by which calls by hand go: a client among others, but nobody's agent. */
public final class OwnClient {
    /** What it calls itself; the version follows. */
    public static final String NAME = "Orgbench";

    private OwnClient() {}

    /** Whether the window itself sent {@code message}. */
    public static boolean sent(Message message) {
        return message.client().equals(NAME) || message.client().startsWith(NAME + " ");
    }
}
