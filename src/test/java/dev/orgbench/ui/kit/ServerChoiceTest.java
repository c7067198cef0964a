package dev.orgbench.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.gateway.McpServer;
import dev.orgbench.mcp.client.HttpMcpClient;
import dev.orgbench.orgs.SecretsException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The server that calls by hand go to, when its token is in a keychain that a person has locked. */
class ServerChoiceTest {
    private static final McpServer SERVER = new McpServer(
            "mcp-1", "demo", "Demo org", McpServer.Config.EVERYTHING, null, Instant.EPOCH, Instant.EPOCH, null);

    private boolean locked = true;
    private final ServerChoice choice =
            new ServerChoice("demo", () -> List.of(SERVER), this::open, new SameThread(), Memory.forThisRun());

    @Test
    void aTokenThatIsNotGivenIsToldAndAskedForAgain() {
        choice.show(List.of(SERVER));

        assertThat(choice.selectedProperty().get()).isNull();
        assertThat(choice.openingProperty().get())
                .isInstanceOfSatisfying(
                        ServerChoice.Opening.Failed.class,
                        failed -> assertThat(failed.problem().message()).isEqualTo("Unlock it."));

        locked = false;
        choice.refresh();
        assertThat(choice.selectedProperty().get())
                .extracting(ServerChoice.Selected::server)
                .isEqualTo(SERVER);
        assertThat(choice.openingProperty().get()).isEqualTo(new ServerChoice.Opening.Over());
        choice.close();
    }

    private Optional<ServerChoice.Selected> open(McpServer server) {
        if (locked) {
            throw new SecretsException("Unlock it.", null);
        }
        URI url = URI.create("http://127.0.0.1:1/mcp/x");
        return Optional.of(new ServerChoice.Selected(server, url, HttpMcpClient.connect(url, "Test", "1", Map.of())));
    }
}
