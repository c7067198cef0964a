package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * An MCP client over HTTP, for the revisions 2024-11-05 to 2026-07-28. It comes to one with the server on first use, and
 * again when the server does not know the conversation any more. Nothing is ever sent twice unless the server has refused
 * to take it at all.
 *
 * <p>The URL's path is treated as the secret that it is: no message of an exception shows it.
 */
public final class HttpMcpClient implements McpClient {
    /** Salesforce gives a query 120 s, and its answer must still come back. */
    private static final Duration TIMEOUT = Duration.ofSeconds(150);

    /** More pages than any server has tools for: one that never ends its list is broken. */
    private static final int MOST_PAGES = 1_000;

    private static final int HEADER_MISMATCH = -32020;

    private final Peer peer;
    private final Wire wire;
    private final Conversations conversations;
    private final List<Listening> listening = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    private HttpMcpClient(Line line, Protocol protocol) {
        this.peer = line.peer();
        this.wire = line.wire();
        this.conversations = new Conversations(new Negotiator(line, protocol));
    }

    /** A client for one URL that asks nobody and finds the protocol out. Nothing is sent yet. */
    public static HttpMcpClient connect(URI url, String clientName, String clientVersion, Map<String, String> headers) {
        return connect(McpAddress.of(url, headers), clientName, clientVersion, null);
    }

    /**
     * A client for one address. Nothing is sent yet.
     *
     * @param clientName what the server calls this client in its logs
     * @param elicitation answers the server's questions; null if there is nobody to ask
     * @throws IllegalArgumentException if the URL or a header cannot be sent by HTTP
     */
    public static HttpMcpClient connect(
            McpAddress address, String clientName, String clientVersion, @Nullable Elicitation elicitation) {
        return connect(address, clientName, clientVersion, elicitation, TIMEOUT);
    }

    /** @param timeout for each request, from connecting to the last byte of its answer */
    static HttpMcpClient connect(
            McpAddress address,
            String clientName,
            String clientVersion,
            @Nullable Elicitation elicitation,
            Duration timeout) {
        HttpUrl url = HttpUrl.parse(address.url().toString());
        if (url == null) {
            throw new IllegalArgumentException("An MCP URL begins with http:// or https:// and names a host");
        }
        Peer peer = new Peer(url);
        return new HttpMcpClient(
                new Line(
                        peer,
                        new Wire(peer, headers(clientName + "/" + clientVersion, address.headers())),
                        new AtomicLong()::incrementAndGet,
                        new Line.ClientName(clientName, clientVersion),
                        new Questions(peer, elicitation),
                        timeout),
                address.protocol());
    }

    @Override
    public List<JsonNode> listTools() throws McpException {
        List<JsonNode> tools = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        ObjectNode params = WireJson.NODES.objectNode();
        for (int page = 0; page < MOST_PAGES; page++) {
            McpAnswer answer = request("tools/list", params, null);
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
        return call(name, arguments, null);
    }

    @Override
    public McpAnswer callTool(String name, ObjectNode arguments, Consumer<Progress> progress) throws McpException {
        return call(name, arguments, progress);
    }

    @Override
    public Negotiation negotiation() {
        return conversations.negotiation();
    }

    @Override
    public Listening onToolsChanged(Runnable changed) {
        ToolsWatch watch = new ToolsWatch(conversations, changed);
        listening.add(watch);
        return () -> {
            listening.remove(watch);
            watch.close();
        };
    }

    /** Ends the conversation and cuts requests under way. Does not wait for the server. */
    @Override
    public void close() {
        closed = true;
        listening.forEach(Listening::close);
        wire.close();
        conversations.close();
    }

    private McpAnswer call(String name, ObjectNode arguments, @Nullable Consumer<Progress> progress)
            throws McpException {
        ObjectNode params = WireJson.NODES.objectNode().put("name", name);
        params.set("arguments", arguments);
        McpAnswer answer = request("tools/call", params, progress);
        if (answer.response().at("/error/code").asInt() == HEADER_MISMATCH) {
            // The tool wants arguments repeated in headers; only its schema tells which (2026-07-28, "Client
            // Behavior").
            listTools();
            return request("tools/call", params, progress);
        }
        return answer;
    }

    private McpAnswer request(String method, ObjectNode params, @Nullable Consumer<Progress> progress)
            throws McpException {
        try {
            Conversation.Turn turn = conversation().request(method, params, progress);
            if (turn.untaken()) {
                turn = conversation().request(method, params, progress);
            }
            return answer(turn.message(), turn.reply());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new McpException("The call was cancelled.", e);
        } catch (McpException e) {
            throw closed ? new McpException("The connection to " + peer.name() + " has been closed.", e) : e;
        }
    }

    private Conversation conversation() throws McpException, InterruptedException {
        if (closed) {
            throw new McpException("The connection to " + peer.name() + " has been closed.");
        }
        return conversations.current();
    }

    private McpAnswer answer(ObjectNode message, Reply reply) throws McpException {
        boolean refused = reply.status() == 401 || reply.status() == 403;
        ObjectNode response = reply.response();
        if (response == null || refused) {
            throw Faults.unusable(peer, reply);
        }
        return new McpAnswer(message, response, reply.status(), reply.headers(), reply.took());
    }

    private static Headers headers(String userAgent, List<Header> extra) {
        Headers.Builder headers = new Headers.Builder();
        if (extra.stream().noneMatch(header -> header.name().equalsIgnoreCase("User-Agent"))) {
            add(headers, "User-Agent", userAgent);
        }
        extra.forEach(header -> add(headers, header.name(), header.value()));
        return headers.build();
    }

    private static void add(Headers.Builder headers, String name, String value) {
        try {
            headers.add(name, value);
        } catch (IllegalArgumentException e) {
            // OkHttp's message would show the value, which may be a secret.
            throw new IllegalArgumentException("HTTP does not allow this value of the header " + name);
        }
    }
}
