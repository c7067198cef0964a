package dev.orgbench.trace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
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

    private final Clock clock;
    private final Object lock = new Object();
    private final Deque<Long> order = new ArrayDeque<>();
    private final Map<Long, Message> messages = new HashMap<>();
    private final Map<Long, List<Exchange>> exchanges = new HashMap<>();
    private final List<Consumer<TraceEvent>> listeners = new CopyOnWriteArrayList<>();
    private long lastId;
    private long characters;

    public Trace(Clock clock) {
        this.clock = clock;
    }

    /** Notes that a message came in. The caller must call {@link Open#answered} when its answer is ready. */
    public Open begin(String server, String client, String method, @Nullable String tool, String request) {
        Message message;
        synchronized (lock) {
            message = new Message(++lastId, Instant.now(clock), server, client, method, tool, request, null);
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
        return exchange -> tell(new TraceEvent.Exchanged(exchange));
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

    /** The exchanges under a message, in the order they ended. */
    public List<Exchange> exchanges(long messageId) {
        synchronized (lock) {
            return List.copyOf(exchanges.getOrDefault(messageId, List.of()));
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

    /** The newest stays, however long it is. */
    private void letOldestGo() {
        while (order.size() > KEPT || (characters > KEPT_CHARACTERS && order.size() > 1)) {
            long oldest = order.removeFirst();
            Message gone = messages.remove(oldest);
            characters -= gone == null ? 0 : length(gone);
            List<Exchange> under = exchanges.remove(oldest);
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
            synchronized (lock) {
                if (messages.containsKey(message.id())) {
                    exchanges
                            .computeIfAbsent(message.id(), id -> new ArrayList<>())
                            .add(exchange);
                    characters += length(exchange);
                    letOldestGo();
                }
            }
            tell(new TraceEvent.Exchanged(exchange));
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
