package dev.orgbench.mcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.mcp.conformance.ConformanceServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a legacy client's session is good for: news, questions to the client, cancelling; over one URL and over two. */
@Timeout(30)
class SessionTest {
    private static final String INITIALIZE =
            "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"elicitation\":{}},"
                    + "\"clientInfo\":{\"name\":\"Test\",\"version\":\"1\"}}";
    private static final String CALL_WITH_QUESTION =
            RawClient.request("tools/call", "{\"name\":\"test_elicitation\",\"arguments\":{\"message\":\"Who?\"}}");

    private static final String TRIGGER = RawClient.request("tools/call", "{\"name\":\"test_trigger_tool_change\"}");

    private ConformanceServer server;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        server = ConformanceServer.start();
        client = new RawClient(server.url());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void aSessionOutlivesTheProcessThatBeganIt() throws Exception {
        String session = initialize();
        server.close();
        try (ConformanceServer other = ConformanceServer.start();
                RawClient again = new RawClient(other.url())) {
            HttpResponse<String> answer = again.send(again.builder()
                    .header("Mcp-Session-Id", session)
                    .POST(BodyPublishers.ofString(CALL_WITH_QUESTION.replace("test_elicitation", "test_simple_text"))));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    @Test
    void aSessionEndsWithDelete_anUnknownOneIsNotFound() throws Exception {
        String session = initialize();

        assertThat(client.send(inSession(session).DELETE()).statusCode()).isEqualTo(204);
        for (String gone : new String[] {session, "nonsense", session + "A"}) {
            assertThat(post(gone, RawClient.request("ping", "{}")).statusCode()).isEqualTo(404);
            assertThat(client.send(inSession(gone).GET()).statusCode()).isEqualTo(404);
            assertThat(client.send(inSession(gone).DELETE()).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aSessionsStreamTellsOfChangesAndEndsWithIt() throws Exception {
        String session = initialize();
        BlockingQueue<JsonNode> events = client.events(inSession(session).GET());
        awaitStream(session, events);

        post(session, RawClient.request("resources/subscribe", "{\"uri\":\"test://watched-resource\"}"));
        post(session, RawClient.request("tools/call", "{\"name\":\"test_trigger_prompt_change\"}"));

        assertThat(next(events).path("method").asText()).isEqualTo("notifications/prompts/list_changed");
        assertThat(client.send(inSession(session).DELETE()).statusCode()).isEqualTo(204);
    }

    @Test
    void newsGoOutOnOneOfASessionsStreamsAlone_theLastThatWasOpened() throws Exception {
        String session = initialize();
        BlockingQueue<JsonNode> first = client.events(inSession(session).GET());
        awaitStream(session, first);
        try (RawClient another = new RawClient(server.url())) {
            BlockingQueue<JsonNode> second = another.events(inSession(session).GET());
            awaitStream(session, second);
            first.clear();

            post(session, TRIGGER);
            assertThat(next(second).path("method").asText()).isEqualTo("notifications/tools/list_changed");
            assertThat(second.poll(200, TimeUnit.MILLISECONDS)).isNull();
            assertThat(first).isEmpty();
        }
        awaitStream(session, first);
    }

    @Test
    void aQuestionGoesOutOnTheCallsStreamAndItsAnswerIsPosted() throws Exception {
        String session = initialize();
        BlockingQueue<JsonNode> events =
                client.events(inSession(session).POST(BodyPublishers.ofString(CALL_WITH_QUESTION)));
        JsonNode question = next(events);

        assertThat(question.path("method").asText()).isEqualTo("elicitation/create");
        assertThat(question.at("/params/message").asText()).isEqualTo("Who?");
        HttpResponse<String> taken = post(
                session,
                "{\"jsonrpc\":\"2.0\",\"id\":" + question.path("id")
                        + ",\"result\":{\"action\":\"accept\",\"content\":{\"username\":\"Zoë\"}}}");

        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(next(events).at("/result/content/0/text").asText()).contains("Zoë");
    }

    @Test
    void aClientThatCannotAnswerIsNotAsked() throws Exception {
        JsonNode error = RawClient.error(200, client.post(CALL_WITH_QUESTION));

        assertThat(error.path("message").asText()).contains("elicitation");
    }

    @Test
    void aRequestIsCancelledByANotificationOfItsOwnSessionOnly() throws Exception {
        String session = initialize();
        String other = initialize();
        BlockingQueue<JsonNode> events =
                client.events(inSession(session).POST(BodyPublishers.ofString(CALL_WITH_QUESTION)));
        JsonNode question = next(events);
        String cancel = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":7}}";

        post(other, cancel);
        client.post(cancel);
        assertThat(events.poll(300, TimeUnit.MILLISECONDS)).isNull();
        assertThat(post(session, cancel).statusCode()).isEqualTo(202);
        post(session, "{\"jsonrpc\":\"2.0\",\"id\":" + question.path("id") + ",\"result\":{}}");

        assertThat(events.poll(300, TimeUnit.MILLISECONDS))
                .as("nothing is sent for it any more")
                .isNull();
    }

    @Test
    void theTransportOfTwoUrlsSpeaksToo() throws Exception {
        BlockingQueue<JsonNode> events = client.events(
                HttpRequest.newBuilder(URI.create(server.url() + "/sse")).header("Accept", "text/event-stream"));
        URI messages = server.url().resolve(next(events).asText());

        assertThat(postTo(messages, RawClient.request("initialize", INITIALIZE.replace("2025-11-25", "2024-11-05"))))
                .isEqualTo(202);
        assertThat(next(events).at("/result/protocolVersion").asText()).isEqualTo("2024-11-05");
        postTo(messages, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        postTo(messages, CALL_WITH_QUESTION);
        JsonNode question = next(events);
        postTo(
                messages,
                "{\"jsonrpc\":\"2.0\",\"id\":" + question.path("id") + ",\"result\":{\"action\":\"decline\"}}");
        assertThat(next(events).at("/result/content/0/text").asText()).contains("decline");
        postTo(messages, TRIGGER);
        // The answer to the call may come before or after the news that it made.
        assertThat(next(events).path("method").asText()
                        + next(events).path("method").asText())
                .isEqualTo("notifications/tools/list_changed");

        assertThat(postTo(messages, "{")).isEqualTo(400);
        assertThat(postTo(URI.create(server.url() + "/messages?sessionId=no"), "{}"))
                .isEqualTo(404);
    }

    private int postTo(URI url, String body) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(url)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    /** The stream's head may come before the server listens for changes: repeated until one is told. */
    private void awaitStream(String session, BlockingQueue<JsonNode> events) throws Exception {
        do {
            post(session, TRIGGER);
        } while (events.poll(200, TimeUnit.MILLISECONDS) == null);
        while (events.poll(300, TimeUnit.MILLISECONDS) != null) {
            // Those that were told late.
        }
    }

    private String initialize() throws Exception {
        HttpResponse<String> answer = client.post(RawClient.request("initialize", INITIALIZE));
        String session = answer.headers().firstValue("Mcp-Session-Id").orElseThrow();
        assertThat(session).matches("[\\x21-\\x7E]+");
        return session;
    }

    private HttpRequest.Builder inSession(String session) {
        return client.builder().header("Mcp-Session-Id", session);
    }

    private HttpResponse<String> post(String session, String body) throws IOException, InterruptedException {
        return client.send(inSession(session).POST(BodyPublishers.ofString(body)));
    }

    private static JsonNode next(BlockingQueue<JsonNode> events) throws InterruptedException {
        JsonNode event = events.poll(10, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }
}
