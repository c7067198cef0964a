package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Comes to a revision with a server, newest first: {@code server/discover}, then {@code initialize}, then the stream of
 * 2024-11-05. Keeps each step.
 */
final class Negotiator {
    /** A server of the legacy era may be silent; it shall not keep a person waiting for long. */
    private static final Duration PROBING = Duration.ofSeconds(10);
    /** What servers of 2024-11-05 answer to a POST at the URL of their stream. */
    private static final Set<Integer> NO_POSTS = Set.of(400, 404, 405);

    private static final String FAILED = "No other way is left.";

    private final Line line;
    private final Protocol protocol;
    private volatile Negotiation told = Negotiation.NONE;

    Negotiator(Line line, Protocol protocol) {
        this.line = line;
        this.protocol = protocol;
    }

    /** How far the last negotiation is, or how it went. */
    Negotiation told() {
        return told;
    }

    /** Begins a conversation, all steps anew. */
    Conversation begin() throws McpException, InterruptedException {
        told = Negotiation.NONE;
        Conversation modern = protocol == Protocol.LEGACY ? null : modern();
        Conversation begun = modern == null ? legacy() : modern;
        told = new Negotiation(told.steps(), begun.agreement());
        return begun;
    }

    /** Null where the server is of the legacy era, and may be spoken to so. */
    private @Nullable Conversation modern() throws McpException, InterruptedException {
        String sent = "POST " + Probe.METHOD + ", " + Revisions.MODERN;
        Headers headers =
                Envelope.headers(Probe.METHOD, WireJson.NODES.objectNode()).build();
        Reply reply;
        try {
            reply = post(Probe.message(line), headers, shorter(PROBING));
        } catch (McpException e) {
            boolean goesOn = isSilence(e) && protocol == Protocol.AUTO;
            step(sent, e, goesOn ? "An older server may be silent: on with initialize." : FAILED);
            if (goesOn) {
                return null;
            }
            throw e;
        }
        return switch (Probe.judge(line.peer(), reply)) {
            case Probe.Verdict.Modern(Negotiation.Agreement agreement) -> {
                step(sent, reply, "Both speak " + agreement.revision() + ".");
                yield new ModernConversation(line, agreement);
            }
            case Probe.Verdict.Hopeless(McpException why) -> {
                step(sent, reply, FAILED);
                throw why;
            }
            case Probe.Verdict.Legacy(String why)
            when protocol == Protocol.AUTO -> {
                step(sent, reply, why);
                yield null;
            }
            case Probe.Verdict.Legacy(String why) -> {
                step(sent, reply, "The server does not offer " + Revisions.MODERN + ", and nothing else is allowed.");
                throw notModern(reply);
            }
        };
    }

    private Conversation legacy() throws McpException, InterruptedException {
        String sent = "POST initialize, " + Revisions.NEWEST_LEGACY;
        Reply reply;
        try {
            reply = post(Handshake.initialize(line, Revisions.NEWEST_LEGACY), Line.NO_HEADERS, line.timeout());
        } catch (McpException e) {
            step(sent, e, FAILED);
            throw e;
        }
        boolean mayBeOld = NO_POSTS.contains(reply.status()) && !reply.result().isObject();
        if (mayBeOld && !Probe.isModernError(reply)) {
            step(sent, reply, "A server of " + Revisions.OLDEST + " takes no messages here: on with its stream.");
            Conversation old = old();
            if (old != null) {
                return old;
            }
            throw Faults.unusable(line.peer(), reply);
        }
        try {
            Conversation begun = LegacyConversation.begin(line, reply);
            step(sent, reply, "Both speak " + begun.agreement().revision() + ".");
            return begun;
        } catch (McpException e) {
            step(sent, reply, FAILED);
            throw e;
        }
    }

    private @Nullable Conversation old() throws McpException, InterruptedException {
        String sent = "GET text/event-stream, then POST initialize, " + Revisions.OLDEST;
        try {
            Conversation old = OldConversation.begin(line);
            if (old == null) {
                step(sent, "no stream of events that names where to post", FAILED);
            } else {
                step(
                        sent,
                        "an event that names where to post",
                        "Both speak " + old.agreement().revision() + ".");
            }
            return old;
        } catch (McpException e) {
            step(sent, e, FAILED);
            throw e;
        }
    }

    private McpException notModern(Reply reply) {
        boolean elsewhere = reply.status() == 404 && reply.response() == null;
        return elsewhere
                ? Faults.unusable(line.peer(), reply)
                : new McpException(line.peer().name() + " does not offer MCP revision " + Revisions.MODERN
                        + "; let the protocol be found out, or choose the older ones.");
    }

    private Reply post(ObjectNode message, Headers headers, Duration timeout)
            throws McpException, InterruptedException {
        return line.wire().post(message, headers, line.patience(timeout), said -> {});
    }

    private Duration shorter(Duration other) {
        return other.compareTo(line.timeout()) < 0 ? other : line.timeout();
    }

    /** Whether it was reached, but said nothing in time. */
    private static boolean isSilence(McpException e) {
        return e.getCause() instanceof InterruptedIOException && !(e.getCause() instanceof SocketTimeoutException);
    }

    private void step(String sent, McpException failure, String conclusion) {
        step(sent, String.valueOf(failure.getMessage()), conclusion);
    }

    private void step(String sent, Reply reply, String conclusion) {
        String status = "HTTP " + reply.status();
        if (reply.error().isObject()) {
            String words = line.peer().quote(reply.error().path("message").asText());
            step(sent, status + ", error " + reply.errorCode() + (words.isEmpty() ? "" : ": " + words), conclusion);
        } else {
            step(sent, status + (reply.response() == null ? ", no message of MCP" : ", a result"), conclusion);
        }
    }

    private void step(String sent, String came, String conclusion) {
        List<Negotiation.Step> steps = new ArrayList<>(told.steps());
        steps.add(new Negotiation.Step(sent, came, conclusion));
        told = new Negotiation(steps, null);
    }
}
