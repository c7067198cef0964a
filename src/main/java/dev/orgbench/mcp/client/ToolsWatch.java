package dev.orgbench.mcp.client;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears when a server's tools change, on a stream that is opened again when it breaks. */
final class ToolsWatch implements Listening {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(ToolsWatch.class);

    private final Conversations conversations;
    private final Runnable changed;
    private final Thread thread;
    private boolean heardBefore;
    private Duration pause = FIRST_PAUSE;

    ToolsWatch(Conversations conversations, Runnable changed) {
        this.conversations = conversations;
        this.changed = changed;
        thread = Thread.ofVirtual().name("mcp-client-watch").start(this::watch);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch() {
        try {
            while (hears()) {
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException e) {
            // That is how it is closed.
        }
    }

    /** One stream, to its end. Returns whether there may be another. */
    private boolean hears() throws InterruptedException {
        try {
            Conversation conversation = conversations.current();
            return conversation.agreement().tellsOfChangedTools()
                    && conversation.listen(this::opened, changed) != Conversation.Listened.NEVER;
        } catch (McpException e) {
            log.debug("The stream of changes broke: {}", e.getMessage());
            return true;
        }
    }

    /** What changed while nobody listened is not told again. */
    private void opened() {
        if (heardBefore) {
            changed.run();
        }
        heardBefore = true;
        pause = FIRST_PAUSE;
    }
}
