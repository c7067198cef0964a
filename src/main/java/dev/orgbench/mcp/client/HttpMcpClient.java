package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * An MCP client over Streamable HTTP, revisions 2025-03-26 to 2025-11-25. It initializes on first use, and again when
 * the server has forgotten its session. Nothing is ever sent twice unless the server has refused to take it at all.
 *
 * <p>The URL's path is treated as the secret that it is: no message of an exception shows it.
 */
public final class HttpMcpClient implements McpClient {
    /** Salesforce gives a query 120 s, and its answer must still come back. */
    private static final Duration TIMEOUT = Duration.ofSeconds(150);

    /** More pages than any server has tools for: one that never ends its list is broken. */
    private static final int MOST_PAGES = 1_000;

    private final Peer peer;
    private final Wire wire;
    private final Sessions sessions;
    private final AtomicLong ids = new AtomicLong();
    private volatile boolean closed;

    private HttpMcpClient(Peer peer, Wire wire, Sessions sessions) {
        this.peer = peer;
        this.wire = wire;
        this.sessions = sessions;
    }

    /**
     * A client for one URL. Nothing is sent yet.
     *
     * @param url {@code http} or {@code https}
     * @param clientName what the server calls this client in its logs
     * @param headers sent with every request, as {@code Authorization}
     * @throws IllegalArgumentException if the URL or a header cannot be sent by HTTP
     */
    public static HttpMcpClient connect(URI url, String clientName, String clientVersion, Map<String, String> headers) {
        return connect(url, clientName, clientVersion, headers, TIMEOUT);
    }

    /** @param timeout for each request, from connecting to the last byte of its answer */
    static HttpMcpClient connect(
            URI url, String clientName, String clientVersion, Map<String, String> headers, Duration timeout) {
        HttpUrl parsed = HttpUrl.parse(url.toString());
        if (parsed == null) {
            throw new IllegalArgumentException("An MCP URL begins with http:// or https:// and names a host");
        }
        Peer peer = new Peer(parsed);
        Wire wire = new Wire(peer, headers(clientName + "/" + clientVersion, headers), timeout);
        return new HttpMcpClient(peer, wire, new Sessions(peer, wire, clientName, clientVersion));
    }

    @Override
    public List<JsonNode> listTools() throws McpException {
        List<JsonNode> tools = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        ObjectNode params = WireJson.NODES.objectNode();
        for (int page = 0; page < MOST_PAGES; page++) {
            McpAnswer answer = request("tools/list", params);
            if (answer.isError()) {
                throw new McpException(peer.name() + " does not list its tools: " + peer.quote(answer.text()));
            }
            JsonNode result = answer.response().path("result");
            result.path("tools").forEach(tools::add);
            String next = result.path("nextCursor").textValue();
            if (next == null) {
                return List.copyOf(tools);
            }
            if (!seen.add(next)) {
                break;
            }
            params = WireJson.NODES.objectNode().put("cursor", next);
        }
        throw new McpException(peer.name() + " never ends its list of tools; its paging is broken.");
    }

    @Override
    public McpAnswer callTool(String name, ObjectNode arguments) throws McpException {
        ObjectNode params = WireJson.NODES.objectNode().put("name", name);
        params.set("arguments", arguments);
        return request("tools/call", params);
    }

    /** Ends the session and cuts requests under way. Does not wait for the server. */
    @Override
    public void close() {
        closed = true;
        wire.close();
        sessions.close();
    }

    private McpAnswer request(String method, ObjectNode params) throws McpException {
        long id = ids.incrementAndGet();
        ObjectNode message = WireJson.NODES.objectNode().put("jsonrpc", "2.0").put("id", id);
        message.put("method", method).set("params", params);
        try {
            Session session = session();
            Wire.Reply reply = post(message, session, id);
            if (isForgotten(session, reply)) {
                sessions.forget(session);
                reply = post(message, session(), id);
            }
            return answer(message, reply);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new McpException("The call was cancelled.", e);
        } catch (McpException e) {
            throw closed ? new McpException("The connection to " + peer.name() + " has been closed.", e) : e;
        }
    }

    private Session session() throws McpException, InterruptedException {
        if (closed) {
            throw new McpException("The connection to " + peer.name() + " has been closed.");
        }
        return sessions.current();
    }

    private Wire.Reply post(ObjectNode message, Session session, long id) throws McpException, InterruptedException {
        try {
            return wire.post(message, session.headers());
        } catch (InterruptedException e) {
            sessions.cancelled(session, id);
            throw e;
        } catch (McpException e) {
            if (e.getCause() instanceof InterruptedIOException) {
                sessions.cancelled(session, id);
            }
            throw e;
        }
    }

    /** 404 ends a session by the specification; servers that have restarted also answer 400 to one they do not know. */
    private static boolean isForgotten(Session session, Wire.Reply reply) {
        return reply.status() == 404 || (reply.status() == 400 && session.hasId());
    }

    private McpAnswer answer(ObjectNode message, Wire.Reply reply) throws McpException {
        boolean refused = reply.status() == 401 || reply.status() == 403 || reply.status() == 404;
        ObjectNode response = reply.response();
        if (response == null || refused) {
            throw Faults.unusable(peer, reply);
        }
        return new McpAnswer(message, response, reply.status(), reply.headers(), reply.took());
    }

    private static Headers headers(String userAgent, Map<String, String> extra) {
        Headers.Builder headers = new Headers.Builder();
        set(headers, "User-Agent", userAgent);
        extra.forEach((name, value) -> set(headers, name, value));
        return headers.build();
    }

    private static void set(Headers.Builder headers, String name, String value) {
        try {
            headers.set(name, value);
        } catch (IllegalArgumentException e) {
            // OkHttp's message would show the value, which may be a secret.
            throw new IllegalArgumentException("HTTP does not allow this value of the header " + name);
        }
    }
}
