package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The two URLs of 2024-11-05 ("HTTP with SSE"): one stream by GET, whose first event names the URL to post to; all
 * answers come on the stream.
 */
final class OldConversation implements Conversation {
    private static final Duration OPENING = Duration.ofSeconds(10);

    private final Line line;
    private final Thread reader;
    private final CompletableFuture<HttpUrl> endpoint = new CompletableFuture<>();
    private final Map<Long, Pending> pending = new ConcurrentHashMap<>();
    private final CompletableFuture<Reply> ended = new CompletableFuture<>();
    private final ServerRequests asked;
    private volatile Runnable changed = () -> {};
    private Negotiation.@Nullable Agreement agreement;

    private record Pending(
            CompletableFuture<ObjectNode> answer,
            Patience patience,
            @Nullable Consumer<Progress> progress) {}

    private OldConversation(Line line) {
        this.line = line;
        asked = new ServerRequests(line.questions(), response -> line.inBackground(() -> send(response)));
        reader = Thread.ofVirtual().name("mcp-client-stream").start(this::read);
    }

    /**
     * Opens the stream and initializes.
     *
     * @return null if the URL opens no such stream
     */
    static @Nullable OldConversation begin(Line line) throws McpException, InterruptedException {
        OldConversation begun = new OldConversation(line);
        try {
            if (!begun.opens()) {
                begun.end();
                return null;
            }
            ObjectNode initialize = Handshake.initialize(line, Revisions.OLDEST);
            Reply reply = begun.exchange(initialize, new Patience(OPENING, line.questions()), null);
            begun.agreement = Handshake.agreement(line, reply, Negotiation.Transport.HTTP_SSE);
            begun.send(Handshake.initialized());
            return begun;
        } catch (McpException | InterruptedException e) {
            begun.end();
            throw e;
        }
    }

    @Override
    public Negotiation.Agreement agreement() {
        if (agreement == null) {
            throw new IllegalStateException("not begun");
        }
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
        try {
            return new Turn(message, exchange(message, line.patience(), progress), false);
        } catch (InterruptedException e) {
            ObjectNode cancelled = WireJson.notification("notifications/cancelled");
            cancelled.putObject("params").put("requestId", id);
            line.inBackground(() -> send(cancelled));
            throw e;
        }
    }

    /** The one stream brings changes too. */
    @Override
    public Listened listen(Runnable open, Runnable changed) throws InterruptedException {
        this.changed = changed;
        open.run();
        try {
            ended.get();
        } catch (ExecutionException e) {
            // However it ended, it ended.
        } finally {
            this.changed = () -> {};
        }
        return Listened.UNTAKEN;
    }

    @Override
    public boolean isOver() {
        return ended.isDone();
    }

    @Override
    public void end() {
        reader.interrupt();
    }

    private boolean opens() throws InterruptedException {
        try {
            CompletableFuture.anyOf(endpoint, ended).get(OPENING.toMillis(), TimeUnit.MILLISECONDS);
            return endpoint.isDone() && !endpoint.isCompletedExceptionally();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private void read() {
        try {
            ended.complete(line.wire().stream(Line.NO_HEADERS, this::take, Patience.endless(line.questions())));
        } catch (McpException | InterruptedException e) {
            ended.completeExceptionally(e);
        } finally {
            asked.close();
            McpException gone = new McpException(line.peer().name()
                    + " ended its event stream before it had answered. What was asked for may have" + " happened.");
            pending.values().forEach(each -> each.answer().completeExceptionally(gone));
        }
    }

    private boolean take(String type, String data) {
        if (type.equals("endpoint")) {
            HttpUrl at = line.peer().url().resolve(data.strip());
            // Elsewhere, the headers would be handed to somebody else.
            if (at != null && line.peer().isOrigin(at)) {
                endpoint.complete(at);
            }
            return endpoint.isDone();
        }
        ObjectNode said = WireJson.object(data);
        if (said == null) {
            return true;
        }
        JsonNode id = said.path("id");
        if (said.path("method").isTextual()) {
            pending.forEach((each, waiting) -> Asides.progress(said, each, waiting.patience(), waiting.progress()));
            if (Asides.isToolsChanged(said)) {
                changed.run();
            }
            asked.take(said);
        } else if (id.isIntegralNumber() && WireJson.isResponse(said, id)) {
            Pending waiting = pending.get(id.asLong());
            if (waiting != null) {
                waiting.answer().complete(said);
            }
        }
        return true;
    }

    private Reply exchange(ObjectNode message, Patience patience, @Nullable Consumer<Progress> progress)
            throws McpException, InterruptedException {
        long id = message.path("id").asLong();
        Pending waiting = new Pending(new CompletableFuture<>(), patience, progress);
        pending.put(id, waiting);
        try {
            if (isOver()) {
                throw new McpException("The connection to " + line.peer().name() + " has ended.");
            }
            long start = System.nanoTime();
            Reply taken = send(message);
            if (taken.status() >= 400) {
                return taken;
            }
            ObjectNode answer = Waiting.get(waiting.answer(), patience, line.peer());
            return taken.with(answer).took(Duration.ofNanos(System.nanoTime() - start));
        } finally {
            pending.remove(id);
        }
    }

    private Reply send(ObjectNode message) throws McpException, InterruptedException {
        HttpUrl to = endpoint.getNow(line.peer().url());
        return line.wire().to(to).post(message, Line.NO_HEADERS, line.patience(), said -> {});
    }
}
