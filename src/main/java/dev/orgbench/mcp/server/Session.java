package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.McpService;
import dev.orgbench.mcp.Question;
import dev.orgbench.mcp.RefusedException;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A legacy client from its {@code initialize} on, as far as something is going on with it: its requests under way, our
 * questions to it, its streams. Safe for use by several threads.
 */
final class Session {
    /** A person may have to find the window that asks. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<ObjectNode>> asked = new ConcurrentHashMap<>();
    /** In the order in which they were opened. */
    private final List<Listening> streams = new CopyOnWriteArrayList<>();

    private final Set<String> watched = ConcurrentHashMap.newKeySet();
    private final AtomicLong questions = new AtomicLong();
    private final Duration pulse;
    private volatile Set<Question.Kind> abilities = Set.of();
    private volatile String logLevel = "";
    private volatile boolean ended;

    Session() {
        this(Listening.PULSE);
    }

    /** @param pulse how long a stream may stay silent while its client is asked */
    Session(Duration pulse) {
        this.pulse = pulse;
    }

    /** What the client has said in {@code initialize} that it can do. */
    void introduce(Set<Question.Kind> declared) {
        abilities = declared;
    }

    /** What a {@code ClientCapabilities} object declares. */
    static Set<Question.Kind> abilities(JsonNode capabilities) {
        Set<Question.Kind> declared = EnumSet.noneOf(Question.Kind.class);
        for (Question.Kind kind : Question.Kind.values()) {
            if (Capabilities.include(capabilities, kind)) {
                declared.add(kind);
            }
        }
        return declared;
    }

    boolean can(Question.Kind kind) {
        return abilities.contains(kind);
    }

    /** The least severe level that it wants to be told; empty if it has not said so. */
    String logLevel() {
        return logLevel;
    }

    void setLogLevel(String level) {
        logLevel = level;
    }

    /** The URIs of resources whose changes it wants to be told. */
    Set<String> watched() {
        return watched;
    }

    /** To be closed by the same thread, when it has done its work on the request of that id. */
    Running begin(JsonNode id) {
        Running begun = new Running();
        running.put(id.toString(), begun);
        // Set before what goes on is ended, so one of the two sees the other.
        if (ended) {
            begun.cancel();
        }
        return begun;
    }

    void over(JsonNode id, Running ended) {
        running.remove(id.toString(), ended);
    }

    /** Nobody waits for the answer to that request any more. Harmless if there is none such. */
    void cancel(JsonNode id) {
        Running under = running.get(id.toString());
        if (under != null) {
            under.cancel();
        }
    }

    /** Asks the client on the stream of one of its requests, and waits for what it posts. */
    JsonNode ask(Question question, Reply reply) throws RefusedException {
        String id = "orgbench-" + questions.incrementAndGet();
        CompletableFuture<ObjectNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        if (ended) {
            answer.completeExceptionally(new IOException("ended"));
        }
        try {
            reply.message(JsonText.write(Message.request(id, question.kind().method(), question.params())));
            ObjectNode response = awaited(answer, reply);
            if (response.path("result").isObject()) {
                return response.path("result");
            }
            throw noAnswer("The client answered with an error: "
                    + Shortened.to(200, response.at("/error/message").asText()));
        } catch (IOException e) {
            throw noAnswer("The client has gone");
        } catch (TimeoutException e) {
            throw noAnswer("The client gave no answer within " + PATIENCE.toMinutes() + " minutes");
        } catch (ExecutionException e) {
            throw noAnswer("The client ended its session");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw noAnswer("The request was cancelled");
        } finally {
            asked.remove(id);
        }
    }

    private ObjectNode awaited(CompletableFuture<ObjectNode> answer, Reply reply)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (deadline - System.nanoTime() > 0) {
            try {
                return answer.get(pulse.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException thinking) {
                reply.keepAlive();
            }
        }
        throw new TimeoutException();
    }

    /** The client has answered a question; an answer to none is passed over. */
    void answered(ObjectNode response) {
        CompletableFuture<ObjectNode> question =
                asked.remove(response.path("id").asText());
        if (question != null) {
            question.complete(response);
        }
    }

    /** A stream of news; it is one of the session's until what is returned is closed. */
    McpService.Subscription opened(Listening stream) {
        streams.add(stream);
        if (ended) {
            stream.end();
        }
        return () -> streams.remove(stream);
    }

    /**
     * Whether news of the session go out on {@code stream}: on one of several alone, and on the last that was opened, as
     * the client may have lost those before without anybody knowing (2025-11-25, transports, "Multiple Connections").
     */
    boolean isToldOn(Listening stream) {
        List<Listening> open = List.copyOf(streams);
        return !open.isEmpty() && open.getLast().equals(stream);
    }

    /** Whether anything is going on. */
    boolean isBusy() {
        return !running.isEmpty() || !asked.isEmpty() || !streams.isEmpty();
    }

    /** Ends all that is going on. */
    void end() {
        ended = true;
        running.values().forEach(Running::cancel);
        asked.values().forEach(question -> question.completeExceptionally(new IOException("ended")));
        streams.forEach(Listening::end);
    }

    private static RefusedException noAnswer(String why) {
        return new RefusedException(RefusedException.Reason.NO_ANSWER, why);
    }
}
