package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Streamable HTTP of the revisions 2025-03-26 to 2025-11-25: begun by {@code initialize}, in a session where the server
 * keeps one, cancelled by a notification.
 */
final class LegacyConversation implements Conversation {
    private final Line line;
    private final Negotiation.Agreement agreement;
    private final @Nullable String session;
    private volatile boolean over;

    private LegacyConversation(Line line, Negotiation.Agreement agreement, @Nullable String session) {
        this.line = line;
        this.agreement = agreement;
        this.session = session;
    }

    /** The conversation that the answer to {@code initialize} begins. */
    static LegacyConversation begin(Line line, Reply answer) throws McpException, InterruptedException {
        Negotiation.Agreement agreement = Handshake.agreement(line, answer, Negotiation.Transport.STREAMABLE_HTTP);
        List<String> ids = answer.headers().getOrDefault("mcp-session-id", List.of());
        LegacyConversation begun = new LegacyConversation(line, agreement, ids.isEmpty() ? null : ids.getFirst());
        begun.send(Handshake.initialized());
        return begun;
    }

    @Override
    public Negotiation.Agreement agreement() {
        return agreement;
    }

    @Override
    public Turn request(String method, ObjectNode params, @Nullable Consumer<Progress> progress)
            throws McpException, InterruptedException {
        long id = line.ids().getAsLong();
        ObjectNode own = params.deepCopy();
        if (progress != null) {
            Asides.askForProgress(own, id);
        }
        ObjectNode message = WireJson.request(id, method, own);
        Patience patience = line.patience();
        try (ServerRequests asked = serverRequests()) {
            Reply reply = line.wire().post(message, headers(), patience, said -> {
                Asides.progress(said, id, patience, progress);
                asked.take(said);
            });
            return new Turn(message, reply, isUntaken(reply));
        } catch (InterruptedException e) {
            cancelled(id);
            throw e;
        } catch (McpException e) {
            if (e.getCause() instanceof InterruptedIOException) {
                cancelled(id);
            }
            throw e;
        }
    }

    /** By the stream that GET opens (2025-11-25, transports, "Listening for Messages from the Server"). */
    @Override
    public Listened listen(Runnable open, Runnable changed) throws McpException, InterruptedException {
        try (ServerRequests asked = serverRequests()) {
            open.run();
            AwaitedAnswer nothing = new AwaitedAnswer(WireJson.NODES.missingNode(), said -> {
                if (Asides.isToolsChanged(said)) {
                    changed.run();
                }
                asked.take(said);
            });
            Reply reply = line.wire().stream(headers(), nothing, Patience.endless(line.questions()));
            if (isUntaken(reply)) {
                return session == null ? Listened.NEVER : Listened.UNTAKEN;
            }
            boolean stream = reply.status() < 400 && reply.contentType().startsWith("text/event-stream");
            return stream || reply.status() >= 500 ? Listened.BROKEN : Listened.NEVER;
        }
    }

    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public void end() {
        if (session != null) {
            line.inBackground(() -> line.wire().delete(headers()));
        }
    }

    private ServerRequests serverRequests() {
        return new ServerRequests(line.questions(), response -> line.inBackground(() -> send(response)));
    }

    private void send(ObjectNode message) throws McpException, InterruptedException {
        line.wire().post(message, headers(), line.patience(), said -> {});
    }

    private void cancelled(long id) {
        ObjectNode message = WireJson.notification("notifications/cancelled");
        message.putObject("params").put("requestId", id).put("reason", "The client stopped waiting");
        line.inBackground(() -> send(message));
    }

    /** 404 ends a session by the specification; servers that have restarted also answer 400 to one they do not know. */
    private boolean isUntaken(Reply reply) {
        boolean untaken = reply.status() == 404 || (reply.status() == 400 && session != null);
        over |= untaken;
        return untaken;
    }

    /** What every later message carries. */
    private Headers headers() {
        Headers.Builder headers = new Headers.Builder().add("MCP-Protocol-Version", agreement.revision());
        if (session != null) {
            headers.add("Mcp-Session-Id", session);
        }
        return headers.build();
    }
}
