package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.McpService;
import dev.orgbench.mcp.RefusedException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One message's way from its era to its answer. However that ends, the client gets a JSON-RPC answer without internals,
 * and the service hears once how it ended, before the client does.
 */
final class Turn {
    private static final int LONGEST_FAILURE = 200;
    private static final Logger log = LoggerFactory.getLogger(Turn.class);

    private final Message.Addressed message;
    private final EraClassifier.Verdict verdict;
    private final Dialect dialect;
    private final ProtocolHeaders headers;
    private final McpService service;
    private final @Nullable Session session;

    /** @param session that the message belongs to; null if to none */
    Turn(
            Message.Addressed message,
            EraClassifier.Verdict verdict,
            Dialect dialect,
            ProtocolHeaders headers,
            McpService service,
            @Nullable Session session) {
        this.message = message;
        this.verdict = verdict;
        this.dialect = dialect;
        this.headers = headers;
        this.service = service;
        this.session = session;
    }

    /**
     * How a message ended.
     *
     * @param response the JSON-RPC response; null for an accepted notification
     * @param text the same as it goes over the wire; empty for an accepted notification
     * @param silent whether the client wants no answer any more
     */
    private record Ending(
            int status,
            @Nullable ObjectNode response,
            String text,
            @Nullable String failure,
            Map<String, String> headers,
            boolean silent) {}

    /** @param sent the headers of the HTTP request */
    void take(Map<String, String> sent, Reply reply) throws IOException {
        McpService.Handling handling = begin(sent);
        if (handling == null) {
            Ending ending = internalError();
            reply.finish(ending.status(), ending.headers(), ending.text());
            return;
        }
        Ending ending = ending(handling, reply);
        Map<String, String> answered = headers(handling);
        answered.putAll(ending.headers());
        tell(handling, ending, answered);
        if (ending.silent()) {
            reply.finishSilently();
        } else {
            reply.finish(ending.status(), answered, ending.text());
        }
    }

    private McpService.@Nullable Handling begin(Map<String, String> sent) {
        try {
            return service.begin(new McpService.Inbound(
                    verdict.era(), message.method(), message.body(), dialect.client(message), sent));
        } catch (RuntimeException | Error e) {
            log.warn("{} could not be begun", name(), e);
            return null;
        }
    }

    private Ending ending(McpService.Handling handling, Reply reply) {
        Dialect.Setting setting = new Dialect.Setting(service, handling, headers, reply, session);
        // A client that goes away wants no answer, so what is under way at the org need not go on.
        try (Reply.Watch _ = reply.watch()) {
            if (verdict.fault() != null) {
                throw verdict.fault();
            }
            dialect.admit(message, headers);
            return switch (message) {
                case Message.Notification notification -> {
                    dialect.notified(notification, setting);
                    yield new Ending(202, null, "", null, Map.of(), false);
                }
                case Message.Request request -> answered(request, setting);
            };
        } catch (RpcException e) {
            return refused(e, false);
        } catch (RuntimeException | Error e) {
            log.warn("{} failed", name(), e);
            return internalError();
        }
    }

    private Ending answered(Message.Request request, Dialect.Setting setting) {
        if (session == null) {
            return carriedOut(request, setting);
        }
        Running running = session.begin(request.id());
        try (running) {
            Ending ending = carriedOut(request, setting);
            return running.isCancelled() ? cancelled() : ending;
        } finally {
            session.over(request.id(), running);
        }
    }

    private Ending carriedOut(Message.Request request, Dialect.Setting setting) {
        try {
            Dialect.Result result = dialect.result(request, setting);
            ObjectNode response = JsonText.NODES.objectNode().put("jsonrpc", "2.0");
            response.set("id", request.id());
            response.set("result", result.json());
            return new Ending(200, response, JsonText.write(response), result.failure(), result.httpHeaders(), false);
        } catch (RpcException e) {
            return refused(e, true);
        } catch (RefusedException e) {
            return refused(dialect.error(e, request), true);
        } catch (IOException | InterruptedException e) {
            // The client has gone; whoever watches it takes the interrupt back.
            return cancelled();
        } catch (RuntimeException | Error e) {
            log.warn("{} failed", name(), e);
            return internalError();
        }
    }

    private static Ending cancelled() {
        return new Ending(200, null, "", "Cancelled by the client", Map.of(), true);
    }

    private Ending refused(RpcException e, boolean admitted) {
        String failure = Shortened.firstLine(LONGEST_FAILURE, e.code() + " " + e.getMessage());
        return switch (message) {
            case Message.Request request ->
                ending(dialect.status(e.code(), admitted), e.response(request.id()), failure);
            // Nobody waits for a notification's answer, so its status alone tells that it was not accepted.
            case Message.Notification _ ->
                ending(
                        e.code() == RpcException.INTERNAL_ERROR ? 500 : 400,
                        e.response(MissingNode.getInstance()),
                        failure);
        };
    }

    private static Ending ending(int status, ObjectNode response, String failure) {
        return new Ending(status, response, JsonText.write(response), failure, Map.of(), false);
    }

    private Ending internalError() {
        return refused(
                new RpcException(
                        RpcException.INTERNAL_ERROR,
                        "Orgbench failed to answer " + name()
                                + ". This is a fault of Orgbench; its log has the details."),
                true);
    }

    private Map<String, String> headers(McpService.Handling handling) {
        try {
            return new LinkedHashMap<>(handling.headers());
        } catch (RuntimeException | Error e) {
            log.warn("The headers of {} are missing", name(), e);
            return new LinkedHashMap<>();
        }
    }

    private void tell(McpService.Handling handling, Ending ending, Map<String, String> sent) {
        try {
            handling.answered(ending.failure(), ending.status(), sent, ending.response(), ending.text());
        } catch (RuntimeException | Error e) {
            log.warn("The end of {} was not recorded", name(), e);
        }
    }

    /** The method's name as it may stand in a log: it is the client's text. */
    private String name() {
        return Shortened.firstLine(100, message.method());
    }
}
