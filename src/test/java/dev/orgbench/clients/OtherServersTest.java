package dev.orgbench.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.client.Elicitation;
import dev.orgbench.mcp.client.HttpMcpClient;
import dev.orgbench.mcp.client.Listening;
import dev.orgbench.mcp.client.McpAddress;
import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.mcp.client.McpException;
import dev.orgbench.mcp.client.Negotiation;
import dev.orgbench.mcp.client.Progress;
import dev.orgbench.mcp.client.Protocol;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our client against servers built on the official TypeScript packages, of both eras. */
@Tag("clients")
@Timeout(60)
class OtherServersTest {
    private static final JsonMapper JSON = new JsonMapper();

    private @Nullable NodeServer server;
    private @Nullable McpClient client;

    @AfterEach
    void stop() {
        if (client != null) {
            client.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "modern.mjs             | AUTO   | 2026-07-28 | Streamable HTTP | 1",
                "modern.mjs             | MODERN | 2026-07-28 | Streamable HTTP | 1",
                "modern.mjs modern-only | AUTO   | 2026-07-28 | Streamable HTTP | 1",
                "modern.mjs             | LEGACY | 2025-11-25 | Streamable HTTP | 1",
                "legacy.mjs stateful    | AUTO   | 2025-11-25 | Streamable HTTP | 2",
                "legacy.mjs stateless   | AUTO   | 2025-11-25 | Streamable HTTP | 2",
                "legacy.mjs sse         | AUTO   | 2024-11-05 | HTTP+SSE        | 3",
                "legacy.mjs sse         | LEGACY | 2024-11-05 | HTTP+SSE        | 2",
            })
    void comesToTheNewestRevisionThatBothSpeak(
            String script, Protocol protocol, String revision, String transport, int steps) throws Exception {
        McpClient client = connect(script, protocol, null);
        assertThat(client.listTools())
                .extracting(tool -> tool.path("name").asText())
                .contains("echo", "count");
        assertThat(call(client, "echo", "{\"message\":\"hällo 🎉\"}")).isEqualTo("hällo 🎉");
        assertThat(client.callTool("fail", JSON.createObjectNode()).isError()).isTrue();
        Negotiation negotiation = client.negotiation();
        assertThat(negotiation.steps()).hasSize(steps);
        assertThat(negotiation.agreement()).isNotNull().satisfies(agreed -> {
            assertThat(agreed.revision()).isEqualTo(revision);
            assertThat(agreed.transport().words()).isEqualTo(transport);
            assertThat(agreed.server().title()).startsWith("A ");
            assertThat(agreed.server().version()).isNotEmpty();
            assertThat(agreed.tellsOfChangedTools()).isTrue();
            assertThat(agreed.instructions()).isEqualTo("Echo, and be kind.");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"modern.mjs", "legacy.mjs stateful", "legacy.mjs stateless", "legacy.mjs sse"})
    void hearsHowFarACallIs(String script) throws Exception {
        McpClient client = connect(script, Protocol.AUTO, null);
        List<Progress> seen = new CopyOnWriteArrayList<>();
        assertThat(client.callTool("count", object("{\"to\":3}"), seen::add).text())
                .isEqualTo("counted to 3");
        assertThat(seen).extracting(Progress::message).containsExactly("at 1", "at 2", "at 3");
        assertThat(seen.getLast().total()).isEqualByComparingTo("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"modern.mjs", "legacy.mjs stateful", "legacy.mjs sse"})
    void putsTheServersQuestionToThePerson(String script) throws Exception {
        BlockingQueue<Elicitation.Question> asked = new LinkedBlockingQueue<>();
        McpClient client = connect(script, Protocol.AUTO, question -> {
            asked.add(question);
            return new Elicitation.Answer.Accept(JSON.createObjectNode().put("colour", "green"));
        });
        assertThat(call(client, "ask", "{}")).startsWith("green");
        assertThat(asked).singleElement().satisfies(question -> {
            assertThat(question.message()).isEqualTo("Which colour?");
            assertThat(question.schema().at("/properties/colour/type").asText()).isEqualTo("string");
            assertThat(question.server()).startsWith("127.0.0.1:");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"modern.mjs", "legacy.mjs stateful", "legacy.mjs sse"})
    void saysNoForThePerson(String script) throws Exception {
        McpClient client = connect(script, Protocol.AUTO, question -> new Elicitation.Answer.Decline());
        assertThat(call(client, "ask", "{}")).startsWith("decline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"modern.mjs", "legacy.mjs stateful", "legacy.mjs sse"})
    void whereNobodyCanBeAskedTheServerIsToldBefore(String script) throws Exception {
        assertThat(connect(script, Protocol.AUTO, null)
                        .callTool("ask", JSON.createObjectNode())
                        .isError())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"modern.mjs", "legacy.mjs stateful", "legacy.mjs sse"})
    void anInterruptStopsTheWorkOfTheServer(String script) throws Exception {
        McpClient client = connect(script, Protocol.AUTO, null);
        client.listTools();
        FutureTask<McpException> hang = new FutureTask<>(() -> catchThrowableOfType(
                McpException.class, () -> client.callTool("hang", JSON.createObjectNode(), progress -> {})));
        Thread hanging = Thread.ofVirtual().start(hang);
        Thread.sleep(300);
        hanging.interrupt();
        assertThat(hang.get(10, TimeUnit.SECONDS)).isNotNull();
        for (int tries = 0; tries < 50 && !call(client, "aborted", "{}").equals("1"); tries++) {
            Thread.sleep(50);
        }
        assertThat(call(client, "aborted", "{}")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"modern.mjs", "legacy.mjs stateful", "legacy.mjs sse"})
    void hearsThatTheToolsHaveChanged(String script) throws Exception {
        McpClient client = connect(script, Protocol.AUTO, null);
        client.listTools();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (Listening _ = client.onToolsChanged(() -> heard.add("changed"))) {
            Thread.sleep(500);
            call(client, "grow", "{\"name\":\"grown\"}");
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("changed");
        }
        assertThat(client.listTools())
                .extracting(tool -> tool.path("name").asText())
                .contains("grown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu-west", "Žluťoučký", " padded "})
    void repeatsArgumentsInHeadersWhereTheToolWantsIt(String region) throws Exception {
        McpClient client = connect("modern.mjs", Protocol.AUTO, null);
        // Not listed yet: the server's refusal makes the client look the schema up.
        ObjectNode arguments = JSON.createObjectNode().put("region", region);
        assertThat(client.callTool("mirrored", arguments).text()).startsWith(region + " ");
    }

    @Test
    void aPinnedRevisionThatTheServerDoesNotOfferIsExplained() throws Exception {
        assertThatThrownBy(connect("legacy.mjs stateful", Protocol.MODERN, null)::listTools)
                .isInstanceOf(McpException.class)
                .hasMessageContaining("does not offer MCP revision 2026-07-28");
    }

    @Test
    void aServerThatIsModernOnlyIsExplainedToThoseWhoWantTheOlder() throws Exception {
        assertThatThrownBy(connect("modern.mjs modern-only", Protocol.LEGACY, null)::listTools)
                .isInstanceOf(McpException.class)
                .hasMessageContaining("refused to begin");
    }

    private McpClient connect(String script, Protocol protocol, @Nullable Elicitation elicitation) throws IOException {
        NodeServer started = NodeServer.start(script);
        server = started;
        McpClient connected = HttpMcpClient.connect(
                new McpAddress(started.url(), List.of(), protocol), "Orgbench", "0.1.0", elicitation);
        client = connected;
        return connected;
    }

    private static String call(McpClient client, String tool, String arguments) throws Exception {
        return client.callTool(tool, object(arguments)).text();
    }

    private static ObjectNode object(String json) throws IOException {
        return (ObjectNode) JSON.readTree(json);
    }
}
