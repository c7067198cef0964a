package dev.orgbench.ui.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.client.Header;
import dev.orgbench.mcp.client.Listening;
import dev.orgbench.mcp.client.McpAddress;
import dev.orgbench.mcp.client.McpAnswer;
import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.mcp.client.McpException;
import dev.orgbench.mcp.client.Protocol;
import dev.orgbench.ui.FakeDesk;
import dev.orgbench.ui.FakeSecrets;
import dev.orgbench.ui.FakeWorkbench;
import dev.orgbench.ui.kit.SameThread;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** MCP servers of others: what is kept of them, and how they are followed. */
class OtherServersTest {
    private final FakeWorkbench fake = FakeWorkbench.create();

    @Test
    void headersOfTheSameNameAndTheProtocolAreKept() {
        OtherServer server = new OtherServer(
                "example.com",
                new McpAddress(
                        URI.create("https://example.com/mcp"),
                        List.of(new Header("X-Scope", "a"), new Header("X-Scope", "b")),
                        Protocol.MODERN));
        assertThat(KeptServers.servers(KeptServers.text(List.of(server)))).containsExactly(server);
    }

    @Test
    void whatEarlierVersionsKeptIsRead() {
        assertThat(KeptServers.servers(
                        "[{\"name\":\"n\",\"url\":\"https://n/mcp\",\"headers\":{\"A\":\"1\",\"B\":\"2\"}},"
                                + "{\"name\":\"m\",\"url\":\"https://m/mcp\",\"headers\":[],\"protocol\":\"LATER\"}]"))
                .containsExactly(
                        new OtherServer(
                                "n",
                                new McpAddress(
                                        URI.create("https://n/mcp"),
                                        List.of(new Header("A", "1"), new Header("B", "2")),
                                        Protocol.AUTO)),
                        new OtherServer("m", McpAddress.of(URI.create("https://m/mcp"), Map.of())));
    }

    @Test
    void theShownServersWordThatItsToolsChangedListsThemAnew_andOthersWordsDoNot() {
        Told ours = new Told();
        Told other = new Told();
        Connections connections = new Connections(
                FakeDesk.servers(ours, new SameThread(), fake.memory()),
                server -> List.of(),
                server -> List.of(),
                address -> other,
                new OtherServers(new FakeSecrets(), new SameThread(), told -> {}));
        List<String> loaded = new ArrayList<>();
        ChangesWatch watch = new ChangesWatch(connections, Runnable::run, () -> loaded.add("again"));
        ours.tell();
        assertThat(loaded).hasSize(1);

        connections.add(McpAddress.of(URI.create("https://example.com/mcp"), Map.of()));
        assertThat(ours.listeners).as("nobody listens to what is not shown").isEmpty();
        other.tell();
        assertThat(loaded).hasSize(2);

        watch.close();
        assertThat(other.listeners).isEmpty();
    }

    /** Tells its listeners when it is told to. */
    private static final class Told implements McpClient {
        private final List<Runnable> listeners = new ArrayList<>();

        void tell() {
            List.copyOf(listeners).forEach(Runnable::run);
        }

        @Override
        public Listening onToolsChanged(Runnable changed) {
            listeners.add(changed);
            return () -> listeners.remove(changed);
        }

        @Override
        public List<JsonNode> listTools() {
            return List.of();
        }

        @Override
        public McpAnswer callTool(String name, ObjectNode arguments) throws McpException {
            throw new McpException("no tools here");
        }

        @Override
        public void close() {}
    }
}
