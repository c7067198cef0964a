package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import dev.orgbench.trace.TraceEntry;
import dev.orgbench.ui.kit.ExchangeName;
import dev.orgbench.ui.kit.OwnClient;
import dev.orgbench.ui.kit.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the list shows of an entry. Bodies are not in it: thousands of lines are kept, and the trace has the bodies.
 *
 * @param own whether this window sent it
 * @param server the MCP server's name; empty for the window's own requests
 * @param client the client's name; what in the window asked for its own requests, as {@code SOQL}
 * @param title the tool, the JSON-RPC method, or the request's line
 * @param done null while it is under way
 * @param requests how many API requests of the org it used
 */
record Line(
        long id,
        Instant started,
        Kind kind,
        boolean own,
        String server,
        String client,
        String title,
        @Nullable Done done,
        int requests) {

    /** Longer than this a person waits. */
    static final Duration SLOW = Duration.ofMillis(500);

    /** What an entry is. */
    enum Kind {
        /** A {@code tools/call}. */
        CALL,
        /** Another JSON-RPC message. */
        MESSAGE,
        /** A request to the org that no message caused. */
        REQUEST
    }

    /**
     * How it ended.
     *
     * @param problem why it failed; null if it did not
     * @param words what came back, in a few words
     */
    record Done(Duration took, @Nullable Problem problem, String words) {}

    static Line of(TraceEntry entry) {
        return switch (entry) {
            case Message message -> of(message);
            case Exchange exchange -> of(exchange);
        };
    }

    private static Line of(Message message) {
        Message.Result result = message.result();
        return new Line(
                message.id(),
                message.started(),
                message.isCall() ? Kind.CALL : Kind.MESSAGE,
                OwnClient.sent(message),
                message.server(),
                message.client(),
                message.title(),
                result == null ? null : done(message, result),
                0);
    }

    private static Done done(Message message, Message.Result result) {
        @Nullable Problem problem = Problem.in(message).orElse(null);
        String summary = result.summary().isEmpty() ? result.httpStatus() + " ok" : result.summary();
        return new Done(result.took(), problem, problem == null ? summary : problem.summary());
    }

    private static Line of(Exchange exchange) {
        @Nullable Problem problem = RequestProblem.in(exchange).orElse(null);
        return new Line(
                exchange.id(),
                exchange.started(),
                Kind.REQUEST,
                true,
                "",
                exchange.cause().name(),
                ExchangeName.of(exchange),
                new Done(exchange.took(), problem, problem == null ? exchange.status() + " ok" : problem.summary()),
                exchange.isCounted() ? 1 : 0);
    }

    /** Who asked, as the list says it. */
    String who() {
        return own ? "This window" : client;
    }

    /** What was asked. */
    String what() {
        return kind == Kind.REQUEST && !client.isEmpty() ? client + "  " + title : title;
    }

    boolean failed() {
        return done != null && done.problem() != null;
    }

    boolean slow() {
        return done != null && done.took().compareTo(SLOW) >= 0;
    }

    /** Milliseconds with a digit more where it matters; empty while under way. */
    String took() {
        if (done == null) {
            return "";
        }
        double millis = done.took().toNanos() / 1e6;
        return String.format(Locale.ROOT, millis < 10 ? "%.1f" : "%,.0f", millis);
    }

    /** The style class of its bar. */
    String bar() {
        if (done == null) {
            return "bar-open";
        }
        return failed() ? "bar-failed" : kind == Kind.MESSAGE ? "bar-other" : "bar-call";
    }

    /** The same with more requests. */
    Line plusRequests(int more) {
        return new Line(id, started, kind, own, server, client, title, done, requests + more);
    }
}
