package dev.orgbench.mcp.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hearing that a server's tools have changed. */
@Timeout(30)
class ListeningTest {
    private static final String CHANGED = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}";

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @ParameterizedTest
    @EnumSource(
            value = Protocol.class,
            names = {"MODERN", "LEGACY"})
    void aStreamThatEndsIsOpenedAgainAndWhatWasMissedIsAskedFor(Protocol protocol) throws Exception {
        try (ScriptedServer server = new ScriptedServer(message -> switch (message.method()) {
                    case "subscriptions/listen" -> ScriptedServer.stream(acknowledged("true"), CHANGED);
                    case "GET" -> ScriptedServer.stream(CHANGED);
                    default -> begin(message);
                });
                HttpMcpClient client = server.client(protocol, null);
                Listening _ = client.onToolsChanged(() -> heard.add("changed"))) {
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isNotNull();
            assertThat(heard.poll(5, TimeUnit.SECONDS)).as("opened again").isNotNull();
            assertThat(heard.poll(5, TimeUnit.SECONDS)).as("and heard again").isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Protocol.class,
            names = {"MODERN", "LEGACY"})
    void aServerThatHasNoStreamIsNotAskedAgain(Protocol protocol) throws Exception {
        try (ScriptedServer server = new ScriptedServer(message -> switch (message.method()) {
                    case "subscriptions/listen" -> message.error(404, -32601, "Method not found", "null");
                    case "GET" -> ScriptedServer.status(405);
                    default -> begin(message);
                });
                HttpMcpClient client = server.client(protocol, null);
                Listening _ = client.onToolsChanged(() -> heard.add("changed"))) {
            assertThat(heard.poll(1_500, TimeUnit.MILLISECONDS)).isNull();
            assertThat(server.methods())
                    .filteredOn(method -> method.equals("GET") || method.equals("subscriptions/listen"))
                    .hasSize(1);
        }
    }

    @Test
    void aServerThatHonoursOnlyOtherWishesIsNotAskedAgain() throws Exception {
        try (ScriptedServer server =
                        new ScriptedServer(message -> message.method().equals("subscriptions/listen")
                                ? ScriptedServer.stream(acknowledged("false"))
                                : begin(message));
                HttpMcpClient client = server.client(Protocol.AUTO, null);
                Listening _ = client.onToolsChanged(() -> heard.add("changed"))) {
            assertThat(heard.poll(1_500, TimeUnit.MILLISECONDS)).isNull();
            assertThat(server.methods()).containsExactly("server/discover", "subscriptions/listen");
        }
    }

    @Test
    void aServerThatSaysItNeverTellsIsNotListenedTo() throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                        message -> message.result(ScriptedServer.DISCOVERED.replace("true", "false")));
                HttpMcpClient client = server.client(Protocol.AUTO, null);
                Listening _ = client.onToolsChanged(() -> heard.add("changed"))) {
            assertThat(heard.poll(500, TimeUnit.MILLISECONDS)).isNull();
            assertThat(server.methods()).containsExactly("server/discover");
        }
    }

    private static String acknowledged(String tools) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/subscriptions/acknowledged\",\"params\":"
                + "{\"notifications\":{\"toolsListChanged\":" + tools + "}}}";
    }

    private static MockResponse begin(ScriptedServer.Heard message) {
        return switch (message.method()) {
            case "server/discover" -> message.result(ScriptedServer.DISCOVERED);
            case "initialize" -> message.result(ScriptedServer.INITIALIZED);
            default -> ScriptedServer.status(202);
        };
    }
}
