package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
import dev.orgbench.mcp.McpService;
import dev.orgbench.mcp.Question;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The sessions of legacy clients. All that has to be known of one later is signed into its id, so a session outlives the
 * process, and one gateway goes on where another has begun; only what is going on right now is kept here.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#session-management">Session
 *     Management</a>
 */
final class Sessions {
    private static final int KEPT = 10_000;

    private final Signed signed;
    private final Map<String, Session> active = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Boolean> ended = new LinkedHashMap<>();

    Sessions(Signed signed) {
        this.signed = signed;
    }

    /** A new session's id: visible ASCII. */
    String begin(McpService service, JsonNode capabilities) {
        ObjectNode content =
                JsonText.NODES.objectNode().put("n", UUID.randomUUID().toString());
        ArrayNode abilities = content.putArray("c");
        Session.abilities(capabilities).forEach(kind -> abilities.add(kind.capability()));
        return signed.write(content, subject(service));
    }

    /** The session of that id; empty if it was ended, or is another server's. */
    synchronized Optional<Session> find(String id, McpService service) {
        Session known = active.get(id);
        if (known != null) {
            return Optional.of(known)
                    .filter(session -> signed.read(id, subject(service)).isPresent());
        }
        return ended.containsKey(id)
                ? Optional.empty()
                : signed.read(id, subject(service)).map(content -> {
                    Session session = new Session();
                    session.introduce(abilities(content.path("c")));
                    active.put(id, session);
                    forgetIdle();
                    return session;
                });
    }

    /** The session that a request names; empty if it names none, or one that is not there. */
    Optional<Session> of(HttpRequest request, McpService service) {
        return request.header(ProtocolHeaders.SESSION).flatMap(id -> find(id.strip(), service));
    }

    /** The answer to a session that is not there: 404, upon which a client begins a new one. */
    static void refuse(HttpResponse response, ObjectNode message) throws IOException {
        RpcException refusal = new RpcException(
                RpcException.INVALID_REQUEST,
                "There is no such session, or not any more: send initialize without " + ProtocolHeaders.SESSION);
        response.status(404).sendJson(JsonText.encode(JsonText.write(refusal.response(Message.idOf(message)))));
    }

    void end(String id) {
        Session session;
        synchronized (this) {
            session = active.remove(id);
            ended.put(id, true);
            if (ended.size() > KEPT) {
                ended.remove(ended.keySet().iterator().next());
            }
        }
        if (session != null) {
            session.end();
        }
    }

    private static Set<Question.Kind> abilities(JsonNode names) {
        Set<Question.Kind> abilities = EnumSet.noneOf(Question.Kind.class);
        for (Question.Kind kind : Question.Kind.values()) {
            for (JsonNode name : names) {
                if (name.asText().equals(kind.capability())) {
                    abilities.add(kind);
                }
            }
        }
        return abilities;
    }

    private static String subject(McpService service) {
        return "session\n" + service.id();
    }

    /** Clients seldom end their sessions. What is forgotten begins anew when it is next used; what goes on is not. */
    private void forgetIdle() {
        Iterator<Session> longestAgo = active.values().iterator();
        while (active.size() > KEPT && longestAgo.hasNext()) {
            if (!longestAgo.next().isBusy()) {
                longestAgo.remove();
            }
        }
    }
}
