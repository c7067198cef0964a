package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.orgbench.http.BodyTooLargeException;
import dev.orgbench.http.ClientWatch;
import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
import dev.orgbench.mcp.Era;
import dev.orgbench.mcp.McpService;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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

    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final Dialect dialect;

    TwoUrls(Sessions sessions) {
        this.dialect = new LegacyDialect(
                Stream.concat(LegacyDialect.REVISIONS.stream(), Stream.of(LegacyDialect.TWO_URLS))
                        .toList(),
                sessions);
    }

    /** One client: its stream, and what goes on with it. */
    private record Line(String serviceId, EventWriter events, Session session) {}

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
        session.opened(listening);
        try (McpService.Subscription _ = listening.to(service);
                EventWriter events = EventWriter.open(response);
                ClientWatch _ = request.watchClient()) {
            lines.put(id, new Line(service.id(), events, session));
            events.event("endpoint", messages + "?" + SESSION + "=" + id);
            listening.stay(events, change -> SessionStreams.told(change, session));
        } catch (InterruptedException gone) {
            // Whoever watches the client takes the interrupt back.
        } finally {
            lines.remove(id);
            session.end();
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
            take(request, response, service, line);
        }
    }

    private void take(HttpRequest request, HttpResponse response, McpService service, Line line) throws IOException {
        JsonNode id = NullNode.getInstance();
        try {
            JsonNode json = JsonText.read(request.body(McpEndpoint.BODY_LIMIT));
            id = Message.idOf(json);
            switch (Message.of(json)) {
                case Message.Response answer -> line.session().answered(answer.body());
                case Message.Addressed message -> {
                    Turn turn = new Turn(
                            message,
                            new EraClassifier.Verdict(Era.LEGACY, null),
                            dialect,
                            ProtocolHeaders.of(request),
                            service,
                            line.session());
                    Map<String, String> headers = request.headers();
                    Thread.ofVirtual().start(() -> answer(turn, headers, new LineReply(line.events())));
                }
            }
            response.status(202).sendText("Accepted");
        } catch (BodyTooLargeException e) {
            response.status(413).sendText("A message may have at most " + McpEndpoint.BODY_LIMIT + " bytes.");
        } catch (RpcException e) {
            response.status(400).sendJson(JsonText.encode(JsonText.write(e.response(id))));
        }
    }

    private static void answer(Turn turn, Map<String, String> headers, Reply reply) {
        try {
            turn.take(headers, reply);
        } catch (IOException gone) {
            log.debug("An answer did not reach its client", gone);
        }
    }
}
