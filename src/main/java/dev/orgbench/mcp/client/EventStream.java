package dev.orgbench.mcp.client;

import java.io.IOException;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import org.jspecify.annotations.Nullable;

/** Reads an answer that comes as server-sent events. */
final class EventStream extends EventSourceListener {
    private final Sink sink;
    private boolean enough;
    private @Nullable Throwable failure;

    private EventStream(Sink sink) {
        this.sink = sink;
    }

    /** Takes the events one by one, on the thread that reads them. */
    @FunctionalInterface
    interface Sink {
        /**
         * Takes one.
         *
         * @param type {@code message} where the server names none
         * @return whether more are wanted
         */
        boolean take(String type, String data);
    }

    /** Reads until the stream ends or the sink has enough. */
    static void read(Response response, Sink sink) throws IOException {
        EventStream stream = new EventStream(sink);
        EventSources.processResponse(response, stream);
        if (!stream.enough && stream.failure != null) {
            throw stream.failure instanceof IOException e ? e : new IOException(stream.failure);
        }
    }

    @Override
    public void onEvent(EventSource source, @Nullable String id, @Nullable String type, String data) {
        if (!enough && !sink.take(type == null ? "message" : type, data)) {
            enough = true;
            // The server may keep the stream open; there is nothing more to wait for.
            source.cancel();
        }
    }

    @Override
    public void onFailure(EventSource source, @Nullable Throwable t, @Nullable Response response) {
        failure = t;
    }
}
