package dev.orgbench.mcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.http.LoopbackServer;
import dev.orgbench.mcp.Question;
import dev.orgbench.mcp.RefusedException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A person who is asked thinks longer than proxies bear silence. */
@Timeout(10)
class LongQuestionTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void theCallsStreamIsNotSilentMeanwhile() throws Exception {
        Session session = new Session(Duration.ofMillis(20));
        try (LoopbackServer server = LoopbackServer.start("question", 0, (request, response) -> {
                    HttpReply reply = new HttpReply(request, response);
                    reply.finish(200, Map.of(), asked(session, reply));
                });
                HttpClient client = HttpClient.newHttpClient();
                Stream<String> lines = client.send(
                                HttpRequest.newBuilder(server.uri()).build(), BodyHandlers.ofLines())
                        .body()) {
            Iterator<String> events = lines.iterator();
            JsonNode question = JSON.readTree(until(events, "data:").substring("data:".length()));
            for (int i = 0; i < 3; i++) {
                until(events, ": keep-alive");
            }
            session.answered((ObjectNode)
                    JSON.readTree("{\"id\": " + question.path("id") + ", \"result\": {\"name\": \"Zoë\"}}"));

            assertThat(until(events, "data:")).contains("Zoë");
        }
    }

    private static String asked(Session session, HttpReply reply) {
        try {
            ObjectNode form = JsonNodeFactory.instance.objectNode().put("type", "object");
            return session.ask(Question.form("Who?", form), reply).toString();
        } catch (RefusedException e) {
            return e.text();
        }
    }

    private static String until(Iterator<String> lines, String beginning) {
        String line = lines.next();
        while (!line.startsWith(beginning)) {
            line = lines.next();
        }
        return line;
    }
}
