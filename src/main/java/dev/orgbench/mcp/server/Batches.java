package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.http.ClientWatch;
import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
import dev.orgbench.mcp.Era;
import dev.orgbench.mcp.McpService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Several messages in one body, which revision 2025-03-26 alone has: they are carried out in their order, and answered in
 * one body. Nothing can be said or asked before it.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-03-26/basic/transports">Transports</a>
 */
final class Batches {
    static final String REVISION = "2025-03-26";
    private static final int MOST = 50;

    private final Dialect legacy;
    private final Sessions sessions;

    Batches(Dialect legacy, Sessions sessions) {
        this.legacy = legacy;
        this.sessions = sessions;
    }

    /** @throws RpcException if the whole of it cannot be taken */
    void answer(JsonNode messages, HttpRequest request, HttpResponse response, McpService service)
            throws RpcException, IOException {
        ProtocolHeaders headers = ProtocolHeaders.of(request);
        // Without the header a client is taken for one of that revision.
        if (headers.version() != null && !headers.version().equals(REVISION)) {
            throw invalid("JSON-RPC batches are of revision " + REVISION + " alone: send one message per HTTP request");
        }
        if (messages.isEmpty() || messages.size() > MOST) {
            throw invalid("A batch has 1 to " + MOST + " messages");
        }
        List<Message> read = new ArrayList<>();
        for (JsonNode each : messages) {
            Message message = Message.of(each);
            if (message instanceof Message.Addressed addressed
                    && addressed.method().equals("initialize")) {
                throw invalid("initialize must not stand in a batch");
            }
            read.add(message);
        }
        Optional<Session> session = sessions.of(request, service);
        if (session.isEmpty() && request.header(ProtocolHeaders.SESSION).isPresent()) {
            Sessions.refuse(response, JsonText.NODES.objectNode());
            return;
        }
        List<String> answers;
        // What is under way for a client that goes away is cancelled, and the rest is not begun.
        try (ClientWatch _ = request.watchClient()) {
            answers = carriedOut(read, headers, request.headers(), service, session.orElse(null));
        }
        send(response, answers);
    }

    private List<String> carriedOut(
            List<Message> messages,
            ProtocolHeaders headers,
            Map<String, String> sent,
            McpService service,
            @Nullable Session session)
            throws IOException {
        List<String> answers = new ArrayList<>();
        for (Message each : messages) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            switch (each) {
                case Message.Response answer -> {
                    if (session != null) {
                        session.answered(answer.body());
                    }
                }
                case Message.Addressed message ->
                    new Turn(message, new EraClassifier.Verdict(Era.LEGACY, null), legacy, headers, service, session)
                            .take(sent, new Collected(answers));
            }
        }
        return answers;
    }

    private static void send(HttpResponse response, List<String> answers) throws IOException {
        if (answers.isEmpty()) {
            response.status(202).send();
        } else {
            response.sendJson(JsonText.encode("[" + String.join(",", answers) + "]"));
        }
    }

    private static RpcException invalid(String message) {
        return new RpcException(RpcException.INVALID_REQUEST, message);
    }

    /** The answer to one message, kept until all are there. */
    private record Collected(List<String> answers) implements Reply {
        @Override
        public boolean canStream() {
            return false;
        }

        @Override
        public void message(String json) {}

        @Override
        public void keepAlive() {}

        @Override
        public void header(String name, String value) {}

        @Override
        public void finish(int status, Map<String, String> headers, String json) {
            if (!json.isEmpty()) {
                answers.add(json);
            }
        }

        @Override
        public void finishSilently() {}

        /** The whole batch is watched. */
        @Override
        public Watch watch() {
            return () -> {};
        }
    }
}
