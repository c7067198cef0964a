package dev.orgbench.trace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What happened in this run: the newest messages, the exchanges under each, and a live feed of both. Safe for use by
 * several threads.
 */
public final class Trace {
    /** How many messages are kept; older ones go, with their exchanges. */
    static final int KEPT = 5_000;

    /** How many characters of bodies are kept in all; a few long answers must not fill the memory. */
    static final long KEPT_CHARACTERS = 32L * 1024 * 1024;

    /** How many exchanges of the window itself are kept. */
    static final int KEPT_OWN = 1_000;

    /** The message of exchanges that no message caused. */
    private static final long OWN = 0;

    private final Clock clock;
    private final Object lock = new Object();
    private final Deque<Long> order = new ArrayDeque<>();
    private final Map<Long, Message> messages = new HashMap<>();
    private final Map<Long, Deque<Exchange>> exchanges = new HashMap<>();
    private final List<Consumer<TraceEvent>> listeners = new CopyOnWriteArrayList<>();
    private long lastId;
    private long characters;

    public Trace(Clock clock) {
        this.clock = clock;
    }

    /** As {@link #begin(String, String, String, String, String, String)}, for a server whose org is not known. */
    public Open begin(String server, String client, String method, @Nullable String tool, String request) {
        return begin("", server, client, method, tool, request);
    }

    /**
     * Notes that a message came in. The caller must call {@link Open#answered} when its answer is ready.
     *
     * @param orgId the org that the server opens; see {@link Message} for the rest
     */
    public Open begin(
            String orgId, String server, String client, String method, @Nullable String tool, String request) {
        Message message;
        synchronized (lock) {
            message = new Message(++lastId, Instant.now(clock), orgId, server, client, method, tool, request, null);
            order.addLast(message.id());
            messages.put(message.id(), message);
            characters += length(message);
            letOldestGo();
        }
        tell(new TraceEvent.Started(message));
        return new Open(message);
    }

    /**
     * Where work of the window itself is recorded: exchanges that no message caused.
     *
     * @param orgId the org that is asked
     * @param cause what asks, as a person knows it: {@code SOQL}, {@code Objects}
     */
    public Recording recording(String orgId, String cause) {
        Cause named = new Cause(orgId, null, cause);
        return exchange -> record(exchange, OWN, named);
    }

    /** The messages kept, oldest first. */
    public List<Message> messages() {
        synchronized (lock) {
            return order.stream().map(messages::get).toList();
        }
    }

    /** The message with that id, if it is still kept. */
    public Optional<Message> message(long id) {
        synchronized (lock) {
            return Optional.ofNullable(messages.get(id));
        }
    }

    /** The exchanges under a message, in the order they ended; under 0 the newest that the window itself caused. */
    public List<Exchange> exchanges(long messageId) {
        synchronized (lock) {
            Deque<Exchange> under = exchanges.get(messageId);
            return under == null ? List.of() : List.copyOf(under);
        }
    }

    /**
     * Tells {@code listener} of everything from now on, on the thread where it happens: it must be quick.
     *
     * @return ends the subscription when closed
     */
    public Subscription subscribe(Consumer<TraceEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void record(Exchange exchange, long messageId, Cause cause) {
        Exchange recorded;
        synchronized (lock) {
            recorded = exchange.recorded(++lastId, messageId, cause);
            if (messageId == OWN || messages.containsKey(messageId)) {
                Deque<Exchange> under = exchanges.computeIfAbsent(messageId, id -> new ArrayDeque<>());
                under.addLast(recorded);
                characters += length(recorded);
                if (messageId == OWN && under.size() > KEPT_OWN) {
                    characters -= length(under.removeFirst());
                }
                letOldestGo();
            }
        }
        tell(new TraceEvent.Exchanged(recorded));
    }

    /** The newest stays, however long it is; the window's own exchanges go first. */
    private void letOldestGo() {
        Deque<Exchange> own = exchanges.computeIfAbsent(OWN, id -> new ArrayDeque<>());
        while (characters > KEPT_CHARACTERS && own.size() > 1) {
            characters -= length(own.removeFirst());
        }
        while (order.size() > KEPT || (characters > KEPT_CHARACTERS && order.size() > 1)) {
            long oldest = order.removeFirst();
            Message gone = messages.remove(oldest);
            characters -= gone == null ? 0 : length(gone);
            Deque<Exchange> under = exchanges.remove(oldest);
            characters -= under == null ? 0 : under.stream().mapToLong(Trace::length).sum();
        }
    }

    private static long length(Message message) {
        Message.Result result = message.result();
        return message.request().length() + (result == null ? 0L : result.body().length());
    }

    private static long length(Exchange exchange) {
        return (long) exchange.requestBody().length() + exchange.responseBody().length();
    }

    private void tell(TraceEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    /** A subscription to the live feed. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** A message under way: its exchanges are recorded here, then its answer. */
    public final class Open implements Recording {
        private final Message message;
        private final long startedNanos = System.nanoTime();

        private Open(Message message) {
            this.message = message;
        }

        @Override
        public long messageId() {
            return message.id();
        }

        @Override
        public void record(Exchange exchange) {
            Trace.this.record(exchange, message.id(), new Cause(message.orgId(), message.server(), message.title()));
        }

        /** Notes the answer; see {@link Message.Result}. */
        public void answered(@Nullable String failure, int httpStatus, String body, String summary) {
            Duration took = Duration.ofNanos(System.nanoTime() - startedNanos);
            Message answered = message.answered(new Message.Result(failure, httpStatus, body, took, summary));
            synchronized (lock) {
                if (messages.replace(message.id(), answered) != null) {
                    characters += body.length();
                    letOldestGo();
                }
            }
            tell(new TraceEvent.Answered(answered));
        }
    }
}
