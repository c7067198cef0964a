package dev.orgbench.gateway;

import dev.orgbench.trace.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What is counted for {@code /metrics}, since this process began. Labels are ids of servers and orgs and names of tools
 * that exist: never a token, nor a text that a client made up. Safe for use by several threads.
 */
final class Meters {
    /** Upper ends of the classes of durations, in seconds. */
    private static final List<Double> CLASSES =
            List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0);

    private final Map<Called, LongAdder> calls = new ConcurrentHashMap<>();
    private final Map<Timed, Durations> durations = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> streams = new ConcurrentHashMap<>();
    private final Map<Exchanged, LongAdder> exchanges = new ConcurrentHashMap<>();

    /** How a call of a tool ended. */
    enum Outcome {
        SUCCESS,
        /** The tool answered with an error. */
        ERROR,
        /** The client gave no tool's name. */
        UNKNOWN_TOOL,
        /** The server's ceiling kept it out. */
        CEILING,
        /** A person was asked, and has not said yes so far. */
        ASKED,
        /** It ended in another way: cancelled, or by a fault of Orgbench. */
        FAILED
    }

    private record Called(String server, String tool, Outcome outcome) {}

    private record Timed(String server, String tool) {}

    private record Exchanged(String org, String status) {}

    private static final class Durations {
        private final List<LongAdder> classes =
                CLASSES.stream().map(each -> new LongAdder()).toList();
        private final LongAdder count = new LongAdder();
        private final LongAdder nanos = new LongAdder();
    }

    /**
     * Counts a call of a tool.
     *
     * @param tool the name of a tool that exists; empty if there is none
     */
    void called(String serverId, String tool, Outcome outcome, Duration took) {
        calls.computeIfAbsent(new Called(serverId, tool, outcome), made -> new LongAdder())
                .increment();
        if (tool.isEmpty()) {
            return;
        }
        Durations timed = durations.computeIfAbsent(new Timed(serverId, tool), made -> new Durations());
        double seconds = took.toNanos() / 1e9;
        for (int i = 0; i < CLASSES.size(); i++) {
            if (seconds <= CLASSES.get(i)) {
                timed.classes.get(i).increment();
            }
        }
        timed.count.increment();
        timed.nanos.add(took.toNanos());
    }

    /** Counts a stream of events as open until what is returned is closed. */
    Ceilings.Entry streamOpened(String serverId) {
        LongAdder open = streams.computeIfAbsent(serverId, made -> new LongAdder());
        open.increment();
        return open::decrement;
    }

    /** Counts an answer of an org, or the lack of one. */
    void exchanged(Exchange exchange) {
        String status = exchange.status() == 0 ? "none" : exchange.status() / 100 + "xx";
        exchanges
                .computeIfAbsent(new Exchanged(exchange.cause().orgId(), status), made -> new LongAdder())
                .increment();
    }

    /** Forgets a server that ended. Streams are left: they are closed by whoever opened them. */
    void forget(String serverId) {
        calls.keySet().removeIf(key -> key.server().equals(serverId));
        durations.keySet().removeIf(key -> key.server().equals(serverId));
    }

    void write(PrometheusText text) {
        text.metric("orgbench_tool_calls_total", "counter", "Calls of tools, by how they ended.");
        calls.forEach((key, count) -> text.sample(
                "orgbench_tool_calls_total",
                count.sum(),
                "server",
                key.server(),
                "tool",
                key.tool(),
                "outcome",
                key.outcome().name().toLowerCase(Locale.ROOT)));
        text.metric("orgbench_tool_call_duration_seconds", "histogram", "How long calls of tools took.");
        durations.forEach((key, timed) -> write(text, key, timed));
        text.metric("orgbench_open_streams", "gauge", "Streams of events that clients hold open.");
        streams.forEach((server, open) -> text.sample("orgbench_open_streams", open.sum(), "server", server));
        text.metric("orgbench_exchanges_total", "counter", "Requests to orgs, by class of the answer's status.");
        exchanges.forEach((key, count) ->
                text.sample("orgbench_exchanges_total", count.sum(), "org", key.org(), "status", key.status()));
    }

    private static void write(PrometheusText text, Timed key, Durations timed) {
        String name = "orgbench_tool_call_duration_seconds";
        for (int i = 0; i < CLASSES.size(); i++) {
            String end = Double.toString(CLASSES.get(i));
            text.sample(
                    name + "_bucket",
                    timed.classes.get(i).sum(),
                    "server",
                    key.server(),
                    "tool",
                    key.tool(),
                    "le",
                    end);
        }
        long count = timed.count.sum();
        text.sample(name + "_bucket", count, "server", key.server(), "tool", key.tool(), "le", "+Inf");
        text.sample(name + "_sum", timed.nanos.sum() / 1e9, "server", key.server(), "tool", key.tool());
        text.sample(name + "_count", count, "server", key.server(), "tool", key.tool());
    }
}
