package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of a session with one server: begun when it is needed, begun anew when the server has forgotten it. */
final class Sessions implements AutoCloseable {
    private static final String NEWEST = "2025-11-25";
    private static final Set<String> REVISIONS = Set.of(NEWEST, "2025-06-18", "2025-03-26");
    private static final Headers NO_SESSION = new Headers.Builder().build();
    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private final Peer peer;
    private final Wire wire;
    private final String clientName;
    private final String clientVersion;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Session current;

    Sessions(Peer peer, Wire wire, String clientName, String clientVersion) {
        this.peer = peer;
        this.wire = wire;
        this.clientName = clientName;
        this.clientVersion = clientVersion;
    }

    /** The session, begun now if there is none. Threads that come together begin one only. */
    Session current() throws McpException, InterruptedException {
        lock.lockInterruptibly();
        try {
            Session session = current;
            if (session == null) {
                session = begin();
                current = session;
            }
            return session;
        } finally {
            lock.unlock();
        }
    }

    /** The server does not know {@code session} any more; the next request begins another. */
    void forget(Session session) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (session.equals(current)) {
                current = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Tells the server, if it can be told, that nobody waits for the request {@code id} any more. Does not wait. */
    void cancelled(Session session, long id) {
        ObjectNode message = notification("notifications/cancelled");
        message.putObject("params").put("requestId", id).put("reason", "The client stopped waiting");
        inBackground(() -> wire.post(message, session.headers()));
    }

    /** Ends the session. Does not wait for the server. */
    @Override
    public void close() {
        Session session = current;
        if (session != null && session.hasId()) {
            inBackground(() -> wire.delete(session.headers()));
        }
    }

    private Session begin() throws McpException, InterruptedException {
        Wire.Reply reply = wire.post(initialize(), NO_SESSION);
        ObjectNode response = reply.response();
        if (response == null || reply.status() >= 400) {
            throw Faults.unusable(peer, reply);
        }
        if (response.has("error")) {
            throw new McpException(peer.name() + " refused to begin: "
                    + peer.quote(response.at("/error/message").asText()));
        }
        String revision = response.at("/result/protocolVersion").asText();
        if (!REVISIONS.contains(revision)) {
            throw new McpException(peer.name() + " speaks MCP revision " + peer.quote(revision)
                    + ", which this client does not; it speaks " + NEWEST + " and two before.");
        }
        List<String> ids = reply.headers().getOrDefault("mcp-session-id", List.of());
        Session session = new Session(revision, ids.isEmpty() ? null : ids.getFirst());
        wire.post(notification("notifications/initialized"), session.headers());
        return session;
    }

    private ObjectNode initialize() {
        ObjectNode message = WireJson.NODES.objectNode().put("jsonrpc", "2.0").put("id", 0);
        ObjectNode params = message.put("method", "initialize").putObject("params");
        params.put("protocolVersion", NEWEST).putObject("capabilities");
        params.putObject("clientInfo").put("name", clientName).put("version", clientVersion);
        return message;
    }

    private static ObjectNode notification(String method) {
        return WireJson.NODES.objectNode().put("jsonrpc", "2.0").put("method", method);
    }

    private interface Courtesy {
        void send() throws IOException, McpException, InterruptedException;
    }

    private void inBackground(Courtesy courtesy) {
        Thread.ofVirtual().name("mcp-client-courtesy").start(() -> {
            try {
                courtesy.send();
            } catch (IOException | McpException | InterruptedException e) {
                log.debug("{} was not told: {}", peer, e.getMessage());
            }
        });
    }
}
