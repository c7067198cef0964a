package dev.orgbench.trace;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What happened: the newest messages in memory, the exchanges under each, and a live feed of both; older ones, and those
 * of earlier runs, in a file. To note something never waits for the disk. Safe for use by several threads.
 */
public final class Trace implements AutoCloseable {
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
    private final History history;
    private long lastId;
    private long characters;

    /** A trace of this run alone. */
    public Trace(Clock clock) {
        this(clock, History.none());
    }

    Trace(Clock clock, History history) {
        this.clock = clock;
        this.history = history;
        this.lastId = history.lastId();
    }

    /**
     * A trace that keeps the newest 100,000 entries, 256 MB at most, in {@code file}. It is written a moment later, all
     * that is older than a second survives a kill. A file that cannot be used breaks nothing; see {@link #onNotice}.
     * Takes some 20 ms.
     */
    public static Trace open(Path file, Clock clock) {
        return new Trace(clock, History.open(file, TraceFile.Bounds.USUAL, clock));
    }

    /** As the last one, for a message without headers to a server whose org is not known. */
    public Open begin(String server, String client, String method, @Nullable String tool, String request) {
        return begin("", server, client, method, tool, request);
    }

    /** As the last one, for a message without headers. */
    public Open begin(
            String orgId, String server, String client, String method, @Nullable String tool, String request) {
        return begin(orgId, server, client, method, tool, Map.of(), request);
    }

    /**
     * Notes that a message came in. The caller must call {@link Open#answered} when its answer is ready.
     *
     * @param orgId the org that the server opens; see {@link Message} for the rest
     */
    public Open begin(
            String orgId,
            String server,
            String client,
            String method,
            @Nullable String tool,
            Map<String, String> headers,
            String request) {
        List<Exchange.Header> maskedHeaders = SecretMask.headers(headers);
        String masked = SecretMask.body(request);
        Message message;
        synchronized (lock) {
            message = new Message(
                    ++lastId, Instant.now(clock), orgId, server, client, method, tool, maskedHeaders, masked, null);
            order.addLast(message.id());
            messages.put(message.id(), message);
            characters += EntryText.characters(message);
            letOldestGo();
        }
        history.put(message);
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

    /** The messages in memory, oldest first. */
    public List<Message> messages() {
        synchronized (lock) {
            return order.stream().map(messages::get).toList();
        }
    }

    /** The message with that id, if it is still in memory. */
    public Optional<Message> message(long id) {
        synchronized (lock) {
            return Optional.ofNullable(messages.get(id));
        }
    }

    /**
     * The exchanges under a message, in the order they ended; under 0 the newest that the window itself caused. For a
     * message that is not in memory the file is read: that is not for the screen's thread.
     */
    public List<Exchange> exchanges(long messageId) {
        synchronized (lock) {
            if (messageId == OWN || messages.containsKey(messageId)) {
                return List.copyOf(exchanges.getOrDefault(messageId, new ArrayDeque<>()));
            }
        }
        return history.under(messageId);
    }

    /**
     * A page of the messages and of the window's own exchanges, newest first, from the file and thus of all that is
     * kept. The exchanges under a message are not on the page, though {@code query}'s words look through them too. May
     * take a while: not for the screen's thread.
     *
     * @param beforeId only what happened before that id; {@code Long.MAX_VALUE} for the newest
     * @param limit entries at most; there are fewer where their bodies are long. Nothing older is there only where the
     *     page is empty
     * @throws dev.orgbench.store.StoreException if the file cannot be read; the text is fit for a person
     */
    public List<TraceEntry> older(long beforeId, int limit, TraceQuery query) {
        return history.older(beforeId, limit, query).orElseGet(() -> inMemory(beforeId, limit, query));
    }

    /** Who used the orgs' APIs. */
    public Ledger ledger() {
        return new Ledger(history);
    }

    /**
     * Tells {@code listener} once of each thing that befell the file and that a person should know, on any thread; also
     * of those that befell it before.
     */
    public Subscription onNotice(Consumer<String> listener) {
        return history.notices().subscribe(listener);
    }

    /** Writes what is not on disk yet and lets the file go. */
    @Override
    public void close() {
        history.close();
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
                characters += EntryText.characters(recorded);
                if (messageId == OWN && under.size() > KEPT_OWN) {
                    characters -= EntryText.characters(under.removeFirst());
                }
                letOldestGo();
            }
        }
        history.put(recorded);
        tell(new TraceEvent.Exchanged(recorded));
    }

    private List<TraceEntry> inMemory(long beforeId, int limit, TraceQuery query) {
        List<TraceEntry> all = new ArrayList<>(messages());
        all.addAll(exchanges(OWN));
        return all.stream()
                .filter(entry -> entry.id() < beforeId && query.finds(entry))
                .sorted(Comparator.comparing(TraceEntry::id).reversed())
                .limit(limit)
                .toList();
    }

    /** The newest stays, however long it is; the window's own exchanges go first. */
    private void letOldestGo() {
        Deque<Exchange> own = exchanges.computeIfAbsent(OWN, id -> new ArrayDeque<>());
        while (characters > KEPT_CHARACTERS && own.size() > 1) {
            characters -= EntryText.characters(own.removeFirst());
        }
        while (order.size() > KEPT || (characters > KEPT_CHARACTERS && order.size() > 1)) {
            long oldest = order.removeFirst();
            Message gone = messages.remove(oldest);
            characters -= gone == null ? 0 : EntryText.characters(gone);
            Deque<Exchange> under = exchanges.remove(oldest);
            characters -= under == null
                    ? 0
                    : under.stream().mapToLong(EntryText::characters).sum();
        }
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

        /** Notes the answer without its headers; see {@link Message.Result}. */
        public void answered(@Nullable String failure, int httpStatus, String body, String summary) {
            answered(failure, httpStatus, Map.of(), body, summary);
        }

        /** Notes the answer; see {@link Message.Result}. */
        public void answered(
                @Nullable String failure, int httpStatus, Map<String, String> headers, String body, String summary) {
            Duration took = Duration.ofNanos(System.nanoTime() - startedNanos);
            String masked = SecretMask.body(body);
            Message answered = message.answered(new Message.Result(
                    failure == null ? null : SecretMask.text(failure),
                    httpStatus,
                    SecretMask.headers(headers),
                    masked,
                    took,
                    SecretMask.text(summary)));
            synchronized (lock) {
                if (messages.replace(message.id(), answered) != null) {
                    characters += masked.length();
                    letOldestGo();
                }
            }
            history.put(answered);
            tell(new TraceEvent.Answered(answered));
        }
    }
}
