package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.Change;
import dev.orgbench.mcp.McpService;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A client that waits for news: what changes is told until it goes, or until there is nothing to wait for any more. */
final class Listening {
    /** How long a stream says nothing at most: proxies, and clients too, take a longer silence for its end. */
    static final Duration PULSE = Duration.ofSeconds(15);

    private static final Change ENDED = new Change.Ended();

    private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();

    /** Where news go. Both fail with an {@link IOException} if the client has gone. */
    interface Out {
        /** A JSON-RPC message. */
        void message(String json) throws IOException;

        /** Says nothing, so that the connection is not taken for dead. */
        void keepAlive() throws IOException;
    }

    /** Begins to listen; to be closed at the end. Before the client is told that it does: it must miss nothing then. */
    McpService.Subscription to(McpService service) {
        return service.subscribe(this::add);
    }

    /** As {@link #to(McpService)}, for one of the streams of a session. */
    McpService.Subscription to(McpService service, Session session) {
        return service.subscribe(change -> {
            if (change instanceof Change.Ended || session.isToldOn(this)) {
                add(change);
            }
        });
    }

    /**
     * Blocks as long as the client listens.
     *
     * @param told the notification of a change; empty for those that this client does not want
     * @throws IOException if the client has gone
     * @throws InterruptedException if whoever watches the client has found that out
     */
    void stay(Out out, Function<Change, Optional<ObjectNode>> told) throws IOException, InterruptedException {
        while (true) {
            Change change = changes.poll(PULSE.toSeconds(), TimeUnit.SECONDS);
            if (change == null) {
                out.keepAlive();
            } else if (change instanceof Change.Ended) {
                return;
            } else {
                Optional<ObjectNode> notification = told.apply(change);
                if (notification.isPresent()) {
                    out.message(JsonText.write(notification.get()));
                }
            }
        }
    }

    void end() {
        changes.add(ENDED);
    }

    /** What is still to be told need not be told twice. */
    private void add(Change change) {
        if (!changes.contains(change)) {
            changes.add(change);
        }
    }

    /** The method of the notification that tells of a change. */
    static String method(Change change) {
        return switch (change) {
            case Change.ListChanged(Change.Kind list) ->
                switch (list) {
                    case TOOLS -> "notifications/tools/list_changed";
                    case PROMPTS -> "notifications/prompts/list_changed";
                    case RESOURCES -> "notifications/resources/list_changed";
                };
            case Change.ResourceUpdated _ -> "notifications/resources/updated";
            case Change.Ended _ -> throw new IllegalArgumentException("an end is not told by a notification");
        };
    }

    /** The parameters of that notification. */
    static ObjectNode params(Change change) {
        ObjectNode params = JsonText.NODES.objectNode();
        return change instanceof Change.ResourceUpdated(String uri) ? params.put("uri", uri) : params;
    }
}
