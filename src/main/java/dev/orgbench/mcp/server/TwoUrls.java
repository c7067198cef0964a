package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.orgbench.http.BodyTooLargeException;
import dev.orgbench.http.ClientWatch;
import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
import dev.orgbench.mcp.Era;
import dev.orgbench.mcp.McpService;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transport of revision 2024-11-05: the client opens an event stream at one URL, is told another, and posts its
 * messages there; all answers come by the stream.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2024-11-05/basic/transports#http-with-sse">HTTP with
 *     SSE</a>
 */
public final class TwoUrls {
    private static final String SESSION = "sessionId";
    private static final Logger log = LoggerFactory.getLogger(TwoUrls.class);

    /** Requests that one client may have under way: here, none of them holds a connection that could fail to open. */
    private static final int MOST_AT_ONCE = 64;

    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final Dialect dialect;

    TwoUrls(Sessions sessions) {
        this.dialect = new LegacyDialect(
                Stream.concat(LegacyDialect.REVISIONS.stream(), Stream.of(LegacyDialect.TWO_URLS))
                        .toList(),
                sessions);
    }

    /** One client: its stream, and what goes on with it. */
    private record Line(String serviceId, EventWriter events, Session session, Semaphore room) {
        /** Waits a little for the requests under way: what they leave behind belongs before the end of the server. */
        void awaitEnd() {
            try {
                boolean _ = room.tryAcquire(MOST_AT_ONCE, 1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Opens a stream and holds it.
     *
     * @param messages the path where the client is to post, as it sees it
     * @throws IOException if the client has gone
     */
    public void stream(HttpRequest request, HttpResponse response, McpService service, String messages)
            throws IOException {
        if (!request.method().equals("GET")) {
            response.header("Allow", "GET").status(405);
            response.sendText("GET opens the event stream here; messages are posted to the URL that it names.");
            return;
        }
        String id = UUID.randomUUID().toString();
        Listening listening = new Listening();
        Session session = new Session();
        Line line = null;
        try (McpService.Subscription _ = listening.to(service);
                McpService.Subscription _ = session.opened(listening);
                EventWriter events = EventWriter.open(response);
                ClientWatch _ = request.watchClient()) {
            line = new Line(service.id(), events, session, new Semaphore(MOST_AT_ONCE));
            lines.put(id, line);
            events.event("endpoint", messages + "?" + SESSION + "=" + id);
            listening.stay(events, change -> SessionStreams.told(change, session));
        } catch (InterruptedException gone) {
            // Whoever watches the client takes the interrupt back.
        } finally {
            lines.remove(id);
            session.end();
            if (line != null) {
                line.awaitEnd();
            }
        }
    }

    /** Takes one message; its answer comes by the stream. */
    public void message(HttpRequest request, HttpResponse response, McpService service) throws IOException {
        Line line = lines.get(request.query(SESSION).orElse(""));
        if (!request.method().equals("POST")) {
            response.header("Allow", "POST").status(405).sendText("Messages are sent by POST.");
        } else if (line == null || !line.serviceId().equals(service.id())) {
            response.status(404).sendText("There is no such stream, or not any more: open one first.");
        } else {
            Optional<HttpRules.Refusal> refusal = HttpRules.contentRefusal(request);
            if (refusal.isPresent()) {
                response.status(refusal.get().status()).sendText(refusal.get().reason());
            } else {
                take(request, response, service, line);
            }
        }
    }

    private void take(HttpRequest request, HttpResponse response, McpService service, Line line) throws IOException {
        JsonNode id = MissingNode.getInstance();
        try {
            JsonNode json = JsonText.read(request.body(McpEndpoint.BODY_LIMIT));
            id = Message.idOf(json);
            switch (Message.of(json)) {
                case Message.Response answer -> line.session().answered(answer.body());
                case Message.Addressed message -> {
                    if (!line.room().tryAcquire()) {
                        response.header("Retry-After", "1").status(429);
                        response.sendText("At most " + MOST_AT_ONCE + " requests of one client are under way here.");
                        return;
                    }
                    begin(message, request, service, line);
                }
            }
            response.status(202).sendText("Accepted");
        } catch (BodyTooLargeException e) {
            response.status(413).sendText("A message may have at most " + McpEndpoint.BODY_LIMIT + " bytes.");
        } catch (RpcException e) {
            response.status(400).sendJson(JsonText.encode(JsonText.write(e.response(id))));
        }
    }

    private void begin(Message.Addressed message, HttpRequest request, McpService service, Line line) {
        ProtocolHeaders headers = ProtocolHeaders.of(request);
        EraClassifier.Verdict verdict = EraClassifier.classify(message, headers);
        // Revisions of the modern era have one URL; what claims to be of them is refused by the legacy dialect.
        Turn turn = new Turn(
                message,
                verdict.era() == Era.LEGACY ? verdict : new EraClassifier.Verdict(Era.LEGACY, notHere()),
                dialect,
                headers,
                service,
                line.session());
        Map<String, String> sent = request.headers();
        Thread.ofVirtual().start(() -> {
            try {
                answer(turn, sent, new LineReply(line.events()));
            } finally {
                line.room().release();
            }
        });
    }

    private static RpcException notHere() {
        return new RpcException(
                RpcException.INVALID_REQUEST, "Revisions from 2026-07-28 on are spoken at the URL without /messages");
    }

    private static void answer(Turn turn, Map<String, String> headers, Reply reply) {
        try {
            turn.take(headers, reply);
        } catch (IOException gone) {
            log.debug("An answer did not reach its client", gone);
        }
    }
}
