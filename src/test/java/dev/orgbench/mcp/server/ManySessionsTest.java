package dev.orgbench.mcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.orgbench.mcp.McpService;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Clients that begin sessions and never end them fill no memory, and take nobody else's. */
class ManySessionsTest {
    private static final int MORE_THAN_ARE_KEPT = 10_001;

    @Test
    void whatWasUsedLongestAgoIsForgottenUnlessSomethingGoesOnThere() throws IOException {
        try (FixtureServer fixture = FixtureServer.start()) {
            Sessions sessions = new Sessions(new Signed(new byte[32]));
            McpService service = fixture.service();
            String idle = sessions.begin(service, JsonText.NODES.objectNode());
            String busy = sessions.begin(service, JsonText.NODES.objectNode());
            Session forgotten = sessions.find(idle, service).orElseThrow();
            Session kept = sessions.find(busy, service).orElseThrow();
            kept.begin(IntNode.valueOf(1));

            for (int i = 0; i < MORE_THAN_ARE_KEPT; i++) {
                sessions.find(sessions.begin(service, JsonText.NODES.objectNode()), service);
            }

            assertThat(sessions.find(busy, service)).containsSame(kept);
            assertThat(sessions.find(idle, service)).isPresent().get().isNotSameAs(forgotten);
        }
    }
}
