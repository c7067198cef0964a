package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.orgbench.http.BodyTooLargeException;
import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
import dev.orgbench.http.MalformedBodyException;
import dev.orgbench.mcp.Era;
import dev.orgbench.mcp.McpService;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * MCP's Streamable HTTP transport, both eras at one URL. Safe for use by several threads; one endpoint serves any number
 * of {@link McpService}s. Whoever calls it has checked the URL's token, and Host and Origin by {@link OriginPolicy},
 * before.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports">Transports</a>
 */
public final class McpEndpoint {
    /** The longest body that is read, in bytes; no model writes arguments of that length. */
    public static final int BODY_LIMIT = 4 * 1024 * 1024;

    private final Sessions sessions;
    private final SessionStreams streams;
    private final Dialect legacy;
    private final Dialect modern;
    private final Batches batches;
    private final TwoUrls twoUrls;

    /** @param key signs sessions, and what clients keep for us; endpoints that share it can go on with each other's */
    public McpEndpoint(byte[] key) {
        Signed signed = new Signed(key);
        sessions = new Sessions(signed);
        streams = new SessionStreams(sessions);
        legacy = new LegacyDialect(LegacyDialect.REVISIONS, sessions);
        batches = new Batches(legacy, sessions);
        modern = new ModernDialect(new RequestStates(signed));
        twoUrls = new TwoUrls(sessions);
    }

    /** The transport of 2024-11-05, for clients that know nothing else. */
    public TwoUrls twoUrls() {
        return twoUrls;
    }

    /**
     * Answers one HTTP request.
     *
     * @throws IOException if the client has gone
     */
    public void handle(HttpRequest request, HttpResponse response, McpService service) throws IOException {
        switch (request.method()) {
            case "POST" -> posted(request, response, service);
            case "GET" -> streams.open(request, response, service);
            case "DELETE" -> streams.end(request, response, service);
            default -> {
                response.header("Allow", "POST, GET, DELETE").status(405);
                response.sendText("MCP messages are sent by POST.");
            }
        }
    }

    private void posted(HttpRequest request, HttpResponse response, McpService service) throws IOException {
        Optional<HttpRules.Refusal> refusal = HttpRules.refusal(request);
        if (refusal.isPresent()) {
            response.status(refusal.get().status()).sendText(refusal.get().reason());
            return;
        }
        JsonNode id = MissingNode.getInstance();
        try {
            JsonNode json = JsonText.read(request.body(BODY_LIMIT));
            if (json.isArray()) {
                batches.answer(json, request, response, service);
                return;
            }
            id = Message.idOf(json);
            switch (Message.of(json)) {
                case Message.Response answer -> answered(answer, request, response, service);
                case Message.Addressed message -> answer(message, request, response, service);
            }
        } catch (BodyTooLargeException e) {
            response.status(413).sendText("A message may have at most " + BODY_LIMIT + " bytes.");
        } catch (MalformedBodyException e) {
            response.status(400).sendText(e.getMessage() + ".");
        } catch (RpcException e) {
            response.status(400).sendJson(JsonText.encode(JsonText.write(e.response(id))));
        }
    }

    /** An answer to a question of ours; one that nobody waits for is passed over. */
    private void answered(Message.Response answer, HttpRequest request, HttpResponse response, McpService service)
            throws IOException {
        Optional<Session> session = sessions.of(request, service);
        if (session.isEmpty() && request.header(ProtocolHeaders.SESSION).isPresent()) {
            Sessions.refuse(response, answer.body());
            return;
        }
        session.ifPresent(known -> known.answered(answer.body()));
        response.status(202).send();
    }

    private void answer(Message.Addressed message, HttpRequest request, HttpResponse response, McpService service)
            throws IOException {
        ProtocolHeaders headers = ProtocolHeaders.of(request);
        EraClassifier.Verdict verdict = EraClassifier.classify(message, headers);
        boolean inSession = verdict.era() == Era.LEGACY
                && request.header(ProtocolHeaders.SESSION).isPresent()
                && !message.method().equals("initialize");
        @Nullable Session session = inSession ? sessions.of(request, service).orElse(null) : null;
        if (inSession && session == null) {
            Sessions.refuse(response, message.body());
            return;
        }
        Dialect dialect =
                switch (verdict.era()) {
                    case LEGACY -> legacy;
                    case MODERN -> modern;
                };
        new Turn(message, verdict, dialect, headers, service, session)
                .take(request.headers(), new HttpReply(request, response));
    }
}
