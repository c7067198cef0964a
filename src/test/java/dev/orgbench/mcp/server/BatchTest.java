package dev.orgbench.mcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several messages in one body, as revision 2025-03-26 lets a client send them. */
@Timeout(20)
class BatchTest {
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final String NOTE = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";

    private FixtureServer server;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        server = FixtureServer.start();
        client = new RawClient(server.url());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void eachRequestIsAnsweredInOneBody() throws Exception {
        HttpResponse<String> answer = client.post("[" + PING + "," + NOTE + "," + PING.replace(":1,", ":2,")
                + ",{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"nope\"}]");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        "[{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}},{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{}},"
                                + "{\"jsonrpc\":\"2.0\",\"id\":3,\"error\":{\"code\":-32601,\"message\":\"Method not found: nope\"}}]");
        assertThat(server.ended()).hasSize(4);
    }

    @Test
    void notificationsAloneAreAccepted() throws Exception {
        assertThat(client.post("[" + NOTE + "," + NOTE + "]").statusCode()).isEqualTo(202);
    }

    @Test
    void otherRevisionsHaveNone() throws Exception {
        HttpResponse<String> answer = client.send(client.builder()
                .header("MCP-Protocol-Version", "2025-06-18")
                .POST(BodyPublishers.ofString("[" + PING + "]")));

        assertThat(RawClient.error(400, answer).path("message").asText()).contains("2025-03-26");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[[]]",
                "[1]",
                "[" + PING + ",{}]",
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{}}]"
            })
    void whatIsNoBatchIsRefusedAsAWhole(String body) throws Exception {
        assertThat(RawClient.error(400, client.post(body)).path("code").asInt()).isEqualTo(-32600);
        assertThat(server.ended()).isEmpty();
    }

    @Test
    void aBatchHasAnEnd() throws Exception {
        String many = IntStream.range(0, 51).mapToObj(i -> PING).collect(Collectors.joining(",", "[", "]"));

        assertThat(RawClient.error(400, client.post(many)).path("message").asText())
                .contains("1 to 50");
    }
}
