package dev.orgbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.connect.HandedServer;
import dev.orgbench.connect.tunnel.TunnelKinds;
import dev.orgbench.connect.tunnel.TunnelState;
import dev.orgbench.connect.tunnel.Tunnels;
import dev.orgbench.gateway.McpServer;
import dev.orgbench.gateway.ServerRegister;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** What is open to the internet ends with the server that it leads to. */
class HandOverTest {
    @Test
    void revokingAServerClosesItsTunnel(@TempDir Path folder) throws Exception {
        Path program = Files.writeString(
                folder.resolve("my-tunnel"), "#!/bin/sh\necho https://me.example.org\nexec sleep 60\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        try (Orgbench orgbench = Orgbench.start(new Settings(folder.resolve("data"), 0, 0), Clock.systemUTC())) {
            McpServer.Config reading = new McpServer.Config(List.of("read"), List.of());
            Instant soon = Instant.now().plusSeconds(3_600);
            ServerRegister.NewServer made = orgbench.servers().create(orgbench.orgId(), "Public", reading, soon);
            HandedServer handed = new HandedServer(
                    made.server().id(), "Public", "Demo org", orgbench.gateway().url(made.token()), false, soon);
            Tunnels tunnels = orgbench.handOver().tunnels();
            tunnels.start(TunnelKinds.own(program.toString(), ""), handed);
            assertThat(tunnels.running()).isPresent();

            orgbench.servers().revoke(made.server().id());

            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> tunnels.state() instanceof TunnelState.Failed);
            assertThat(tunnels.running()).isEmpty();
        }
    }
}
