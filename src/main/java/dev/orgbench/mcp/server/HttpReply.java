package dev.orgbench.mcp.server;

import dev.orgbench.http.ClientWatch;
import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a posted message: one JSON object, or, once something has been said before it, an event stream that ends
 * with it (2026-07-28 and 2025-11-25, transports, "Sending Messages to the Server").
 */
final class HttpReply implements Reply {
    private final HttpRequest request;
    private final HttpResponse response;
    private final boolean canStream;
    private @Nullable EventWriter events;
    private boolean finished;

    HttpReply(HttpRequest request, HttpResponse response) {
        this.request = request;
        this.response = response;
        this.canStream = HttpRules.takesEvents(request);
    }

    @Override
    public boolean canStream() {
        return canStream;
    }

    @Override
    public synchronized void message(String json) throws IOException {
        if (!finished && canStream) {
            events().message(json);
        }
    }

    @Override
    public synchronized void keepAlive() throws IOException {
        if (events != null) {
            events.keepAlive();
        }
    }

    @Override
    public synchronized void header(String name, String value) {
        if (events == null) {
            response.header(name, value);
        }
    }

    @Override
    public synchronized void finish(int status, Map<String, String> headers, String json) throws IOException {
        finished = true;
        if (events != null) {
            events.message(json);
            events.close();
            return;
        }
        headers.forEach(response::header);
        response.status(status);
        if (json.isEmpty()) {
            response.send();
        } else {
            response.sendJson(JsonText.encode(json));
        }
    }

    @Override
    public synchronized void finishSilently() throws IOException {
        finished = true;
        events().close();
    }

    @Override
    public Watch watch() {
        ClientWatch watch = request.watchClient();
        return watch::close;
    }

    private EventWriter events() throws IOException {
        if (events == null) {
            events = EventWriter.open(response);
        }
        return events;
    }
}
