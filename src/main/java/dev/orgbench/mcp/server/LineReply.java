package dev.orgbench.mcp.server;

import java.io.IOException;
import java.util.Map;

/** An answer that goes out on a stream that the client has opened for all of them. */
final class LineReply implements Reply {
    private final EventWriter events;

    LineReply(EventWriter events) {
        this.events = events;
    }

    @Override
    public boolean canStream() {
        return true;
    }

    @Override
    public void message(String json) throws IOException {
        events.message(json);
    }

    @Override
    public void keepAlive() throws IOException {
        events.keepAlive();
    }

    /** The head went out when the stream was opened. */
    @Override
    public void header(String name, String value) {}

    @Override
    public void finish(int status, Map<String, String> headers, String json) throws IOException {
        if (!json.isEmpty()) {
            events.message(json);
        }
    }

    @Override
    public void finishSilently() {}

    /** Whoever holds the stream watches the client, and ends the session with it. */
    @Override
    public Watch watch() {
        return () -> {};
    }
}
