package dev.orgbench.mcp;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.http.ClientWatch;
import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
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

    Turn(
            Message.Addressed message,
            EraClassifier.Verdict verdict,
            Dialect dialect,
            ProtocolHeaders headers,
            McpService service) {
        this.message = message;
        this.verdict = verdict;
        this.dialect = dialect;
        this.headers = headers;
        this.service = service;
    }

    /**
     * How a message ended.
     *
     * @param response the JSON-RPC response; null for an accepted notification
     * @param text the same as it goes over the wire; empty for an accepted notification
     */
    private record Ending(
            int status,
            @Nullable ObjectNode response,
            String text,
            @Nullable String failure,
            Map<String, String> headers) {}

    void take(HttpRequest request, HttpResponse http) throws IOException {
        McpService.Handling handling = begin(request.headers());
        Ending ending = handling == null ? internalError() : ending(handling, request);
        http.status(ending.status());
        if (handling != null) {
            Map<String, String> sent = headers(handling);
            sent.putAll(ending.headers());
            sent.forEach(http::header);
            tell(handling, ending, sent);
        } else {
            ending.headers().forEach(http::header);
        }
        if (ending.response() == null) {
            http.send();
        } else {
            http.sendJson(JsonText.encode(ending.text()));
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

    private Ending ending(McpService.Handling handling, HttpRequest http) {
        // A client that goes away wants no answer, so what is under way at the org need not go on.
        try (ClientWatch _ = http.watchClient()) {
            if (verdict.fault() != null) {
                throw verdict.fault();
            }
            dialect.admit(message, headers);
            return switch (message) {
                case Message.Notification _ -> new Ending(202, null, "", null, Map.of());
                case Message.Request request -> success(request, handling);
            };
        } catch (RpcException e) {
            return refused(e);
        } catch (RuntimeException | Error e) {
            log.warn("{} failed", name(), e);
            return internalError();
        }
    }

    private Ending success(Message.Request request, McpService.Handling handling) throws RpcException {
        Dialect.Result result = dialect.result(request, service.info(), handling);
        ObjectNode response = JsonText.NODES.objectNode().put("jsonrpc", "2.0");
        response.set("id", request.id());
        response.set("result", result.json());
        return new Ending(200, response, JsonText.write(response), result.failure(), result.httpHeaders());
    }

    private Ending refused(RpcException e) {
        String failure = Shortened.firstLine(LONGEST_FAILURE, e.code() + " " + e.getMessage());
        return switch (message) {
            case Message.Request request -> ending(dialect.status(e.code()), e.response(request.id()), failure);
            // Nobody waits for a notification's answer, so its status alone tells that it was not accepted.
            case Message.Notification _ ->
                ending(
                        e.code() == RpcException.INTERNAL_ERROR ? 500 : 400,
                        e.response(NullNode.getInstance()),
                        failure);
        };
    }

    private static Ending ending(int status, ObjectNode response, String failure) {
        return new Ending(status, response, JsonText.write(response), failure, Map.of());
    }

    private Ending internalError() {
        return refused(new RpcException(
                RpcException.INTERNAL_ERROR,
                "Orgbench failed to answer " + name() + ". This is a fault of Orgbench; its log has the details."));
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
            handling.answered(ending.failure(), ending.status(), sent, ending.response());
        } catch (RuntimeException | Error e) {
            log.warn("The end of {} was not recorded", name(), e);
        }
    }

    /** The method's name as it may stand in a log: it is the client's text. */
    private String name() {
        return Shortened.firstLine(100, message.method());
    }
}
