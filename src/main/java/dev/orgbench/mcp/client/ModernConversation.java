package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Revision 2026-07-28: no session, each message in its envelope; a server asks by an answer that wants input (MRTR), and
 * a request whose stream is cut is cancelled.
 */
final class ModernConversation implements Conversation {
    private static final int UNSUPPORTED_VERSION = -32022;
    /** What servers of the legacy era say to a message outside of a session. */
    private static final Set<Integer> LEGACY_REFUSALS = Set.of(-32000, -32001);
    /** More questions about one call than any person would answer. */
    private static final int MOST_ROUNDS = 20;

    private static final Logger log = LoggerFactory.getLogger(ModernConversation.class);

    private final Line line;
    private final Negotiation.Agreement agreement;
    private final MirroredParams mirrored = new MirroredParams();
    private volatile boolean over;

    ModernConversation(Line line, Negotiation.Agreement agreement) {
        this.line = line;
        this.agreement = agreement;
    }

    @Override
    public Negotiation.Agreement agreement() {
        return agreement;
    }

    @Override
    public Turn request(String method, ObjectNode params, @Nullable Consumer<Progress> progress)
            throws McpException, InterruptedException {
        ObjectNode now = params;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Turn turn = post(method, now, progress);
            JsonNode result = turn.reply().result();
            if (!result.path("resultType").asText().equals("input_required")) {
                if (method.equals("tools/list")) {
                    learn(result);
                }
                return turn;
            }
            now = params.deepCopy();
            now.set("inputResponses", answers(result.path("inputRequests")));
            if (result.has("requestState")) {
                now.set("requestState", result.path("requestState"));
            }
        }
        throw new McpException(line.peer().name() + " asks and asks before it answers; the call was given up.");
    }

    @Override
    public Listened listen(Runnable open, Runnable changed) throws McpException, InterruptedException {
        String method = "subscriptions/listen";
        ObjectNode params = WireJson.NODES.objectNode();
        params.putObject("notifications").put("toolsListChanged", true);
        Envelope.seal(params, line);
        boolean[] honoured = {false};
        Reply reply = line.wire()
                .post(
                        WireJson.request(line.ids().getAsLong(), method, params),
                        Envelope.headers(method, params).build(),
                        Patience.endless(line.questions()),
                        said -> {
                            if (said.path("method").asText().equals("notifications/subscriptions/acknowledged")) {
                                honoured[0] = said.at("/params/notifications/toolsListChanged")
                                        .asBoolean(false);
                                open.run();
                            } else if (Asides.isToolsChanged(said)) {
                                changed.run();
                            }
                        });
        if (isUntaken(reply)) {
            return Listened.UNTAKEN;
        }
        return honoured[0] || reply.status() >= 500 || reply.status() == 429 ? Listened.BROKEN : Listened.NEVER;
    }

    @Override
    public boolean isOver() {
        return over;
    }

    /** There is nothing to end. */
    @Override
    public void end() {}

    private Turn post(String method, ObjectNode params, @Nullable Consumer<Progress> progress)
            throws McpException, InterruptedException {
        long id = line.ids().getAsLong();
        ObjectNode own = params.deepCopy();
        Envelope.seal(own, line);
        if (progress != null) {
            Asides.askForProgress(own, id);
        }
        Headers.Builder headers = Envelope.headers(method, params);
        mirrored.addTo(headers, params);
        ObjectNode message = WireJson.request(id, method, own);
        Patience patience = line.patience();
        Reply reply = line.wire()
                .post(message, headers.build(), patience, said -> Asides.progress(said, id, patience, progress));
        return new Turn(message, reply, isUntaken(reply));
    }

    private ObjectNode answers(JsonNode requests) throws McpException, InterruptedException {
        ObjectNode answers = WireJson.NODES.objectNode();
        for (Map.Entry<String, JsonNode> request : requests.properties()) {
            String method = request.getValue().path("method").asText();
            try {
                answers.set(
                        request.getKey(),
                        line.questions().answer(method, request.getValue().path("params")));
            } catch (Questions.UnknownQuestionException e) {
                throw new McpException(
                        line.peer().name() + " asks for " + line.peer().quote(method)
                                + ", which this client never offered; the call was given up.",
                        e);
            }
        }
        return answers;
    }

    /** Tools whose marks for headers break the rules must be left out ("Schema Extension"). */
    private void learn(JsonNode result) {
        if (result.path("tools") instanceof ArrayNode tools) {
            for (Iterator<JsonNode> each = tools.iterator(); each.hasNext(); ) {
                JsonNode tool = each.next();
                if (!mirrored.learn(tool)) {
                    log.warn(
                            "{}: the tool {} is left out, its x-mcp-header marks break the rules",
                            line.peer(),
                            tool.path("name"));
                    each.remove();
                }
            }
        }
    }

    /** The server speaks another revision now, or it is another server: what was agreed on holds no more. */
    private boolean isUntaken(Reply reply) {
        boolean refused = reply.status() == 400 || reply.status() == 404 || reply.status() == 405;
        int code = reply.errorCode();
        boolean untaken =
                refused && (reply.response() == null || code == UNSUPPORTED_VERSION || LEGACY_REFUSALS.contains(code));
        over |= untaken;
        return untaken;
    }
}
