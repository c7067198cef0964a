package dev.orgbench.mcp.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Questions that a server of the legacy era puts on the stream of an answer. */
@Timeout(30)
class ServersQuestionsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ASK = "{\"jsonrpc\":\"2.0\",\"id\":\"q1\",\"method\":\"elicitation/create\",\"params\":"
            + "{\"message\":\"Sure?\",\"requestedSchema\":{\"type\":\"object\"}}}";

    private final List<String> responses = new CopyOnWriteArrayList<>();
    private final CountDownLatch responded = new CountDownLatch(1);

    @Test
    void anAnswerThatTakesLongerThanTheTimeoutStillCounts() throws Exception {
        // The stream is held open, as a server that waits for the answer does.
        String slowly = ": waiting\n\n".repeat(30);
        McpAnswer answer = call(
                heard -> events("data: " + ASK + "\n\n" + slowly + done(heard))
                        .throttleBody(30, 250, TimeUnit.MILLISECONDS)
                        .build(),
                question -> {
                    Thread.sleep(2_500);
                    return new Elicitation.Answer.Accept(JSON.createObjectNode().put("yes", true));
                });
        assertThat(answer.text()).isEqualTo("ok");
        assertThat(responded.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(responses)
                .containsExactly(
                        "{\"jsonrpc\":\"2.0\",\"id\":\"q1\",\"result\":{\"action\":\"accept\",\"content\":{\"yes\":true}}}");
    }

    @Test
    void aQuestionThatTheServerTakesBackIsPutAway() throws Exception {
        CountDownLatch putAway = new CountDownLatch(1);
        String takenBack =
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"q1\"}}";
        call(
                heard -> events("data: " + ASK + "\n\ndata: " + takenBack + "\n\n" + done(heard))
                        .throttleBody(100, 50, TimeUnit.MILLISECONDS)
                        .build(),
                question -> {
                    try {
                        Thread.sleep(20_000);
                    } catch (InterruptedException e) {
                        putAway.countDown();
                        throw e;
                    }
                    return new Elicitation.Answer.Decline();
                });
        assertThat(putAway.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(responses).isEmpty();
    }

    @Test
    void whatIsNotOfferedIsRefusedAndAPingIsAnswered() throws Exception {
        String others = """
            data: {"jsonrpc":"2.0","id":7,"method":"sampling/createMessage","params":{}}

            data: {"jsonrpc":"2.0","id":8,"method":"ping"}

            """;
        call(
                heard -> events(others + ": wait\n\n".repeat(20) + done(heard))
                        .throttleBody(150, 50, TimeUnit.MILLISECONDS)
                        .build(),
                question -> new Elicitation.Answer.Decline());
        responded.await(5, TimeUnit.SECONDS);
        assertThat(responses)
                .contains("{\"jsonrpc\":\"2.0\",\"id\":7,\"error\":{\"code\":-32601,\"message\":"
                        + "\"This client does not answer sampling/createMessage\"}}");
    }

    private McpAnswer call(Function<ScriptedServer.Heard, MockResponse> script, Elicitation elicitation)
            throws Exception {
        try (ScriptedServer server = new ScriptedServer(heard -> switch (heard.method()) {
                    case "initialize" -> heard.result(ScriptedServer.INITIALIZED);
                    case "tools/call" -> script.apply(heard);
                    case "POST" -> {
                        responses.add(heard.json().toString());
                        responded.countDown();
                        yield ScriptedServer.status(202);
                    }
                    default -> ScriptedServer.status(202);
                });
                HttpMcpClient client = server.client(Protocol.LEGACY, elicitation)) {
            McpAnswer answer = client.callTool("a", JSON.createObjectNode());
            responded.await(300, TimeUnit.MILLISECONDS);
            return answer;
        }
    }

    private static MockResponse.Builder events(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .body(body);
    }

    private static String done(ScriptedServer.Heard heard) {
        return "data: {\"jsonrpc\":\"2.0\",\"id\":" + heard.json().path("id")
                + ",\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"ok\"}]}}\n\n";
    }
}
