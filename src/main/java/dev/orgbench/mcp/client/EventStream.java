package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import org.jspecify.annotations.Nullable;

/**
 * An answer that comes as server-sent events: notifications about the request first, which are passed over, then the
 * response (2025-11-25, transports, "Sending Messages to the Server"). Requests of the server's own are passed over
 * too, since this client declares no capability that would allow one.
 */
final class EventStream extends EventSourceListener {
    private final JsonNode id;
    private @Nullable ObjectNode answer;
    private @Nullable Throwable failure;

    private EventStream(JsonNode id) {
        this.id = id;
    }

    /** Reads until the response to the request {@code id} has come; null if the stream ends before. */
    static @Nullable ObjectNode answer(Response response, JsonNode id) throws IOException {
        EventStream stream = new EventStream(id);
        EventSources.processResponse(response, stream);
        if (stream.answer != null || stream.failure == null) {
            return stream.answer;
        }
        throw stream.failure instanceof IOException e ? e : new IOException(stream.failure);
    }

    @Override
    public void onEvent(EventSource source, @Nullable String eventId, @Nullable String type, String data) {
        if (answer == null) {
            answer = WireJson.response(data, id);
            if (answer != null) {
                // The server may keep the stream open; there is nothing more to wait for.
                source.cancel();
            }
        }
    }

    @Override
    public void onFailure(EventSource source, @Nullable Throwable t, @Nullable Response response) {
        failure = t;
    }
}
