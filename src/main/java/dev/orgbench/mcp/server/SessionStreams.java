package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.http.ClientWatch;
import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
import dev.orgbench.mcp.Change;
import dev.orgbench.mcp.McpService;
import java.io.IOException;
import java.util.Optional;

/** What a legacy session has besides its requests: a stream of news by GET, and an end by DELETE. */
final class SessionStreams {
    private final Sessions sessions;

    SessionStreams(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Holds the stream open until the client, the session or the server ends it. */
    void open(HttpRequest request, HttpResponse response, McpService service) throws IOException {
        if (request.header(ProtocolHeaders.SESSION).isEmpty()) {
            response.header("Allow", "POST").status(405);
            response.sendText("GET opens the stream of a session: send initialize by POST first, then its "
                    + ProtocolHeaders.SESSION + " here.");
            return;
        }
        if (!HttpRules.takesEvents(request)) {
            response.status(406).sendText("The answer is an event stream. Send: Accept: text/event-stream");
            return;
        }
        Optional<Session> session = sessions.of(request, service);
        if (refusedRevision(request, response)) {
            return;
        }
        if (session.isEmpty()) {
            Sessions.refuse(response, JsonText.NODES.objectNode());
            return;
        }
        Listening listening = new Listening();
        // It listens before news go out on it, so none is lost on the way from an earlier stream to this one.
        try (McpService.Subscription _ = listening.to(service, session.get());
                McpService.Subscription _ = session.get().opened(listening);
                EventWriter events = EventWriter.open(response);
                ClientWatch _ = request.watchClient()) {
            listening.stay(events, change -> told(change, session.get()));
        } catch (InterruptedException gone) {
            // Whoever watches the client takes the interrupt back.
        }
    }

    void end(HttpRequest request, HttpResponse response, McpService service) throws IOException {
        Optional<String> id = request.header(ProtocolHeaders.SESSION);
        if (id.isEmpty()) {
            response.header("Allow", "POST").status(405);
            response.sendText("DELETE ends a session: send its " + ProtocolHeaders.SESSION + ".");
        } else if (refusedRevision(request, response)) {
            return;
        } else if (sessions.find(id.get(), service).isEmpty()) {
            Sessions.refuse(response, JsonText.NODES.objectNode());
        } else {
            sessions.end(id.get());
            response.status(204).send();
        }
    }

    /** Whether the request was answered, as it names a revision that has no sessions or is not known. */
    private static boolean refusedRevision(HttpRequest request, HttpResponse response) throws IOException {
        String version = ProtocolHeaders.of(request).version();
        if (version == null || LegacyDialect.REVISIONS.contains(version)) {
            return false;
        }
        response.status(400)
                .sendText("Sessions are for the revisions " + String.join(", ", LegacyDialect.REVISIONS) + ".");
        return true;
    }

    /** A session is told of all lists, and of the resources that it watches. */
    static Optional<ObjectNode> told(Change change, Session session) {
        boolean wanted =
                switch (change) {
                    case Change.ListChanged _ -> true;
                    case Change.ResourceUpdated(String uri) -> session.watched().contains(uri);
                    case Change.Ended _ -> false;
                };
        return wanted
                ? Optional.of(Message.notification(Listening.method(change), Listening.params(change)))
                : Optional.empty();
    }
}
