package dev.orgbench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.TestClock;
import dev.orgbench.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a server after it expired. */
class ExpiryWatchTest {
    private final RunningGateway running;
    private final ServerRegister register;

    ExpiryWatchTest(@TempDir Path data) throws IOException {
        running = new RunningGateway(data);
        register = running.register();
    }

    @AfterEach
    void close() {
        running.close();
    }

    @Test
    void purgingTakesTokenAndSecretAndApiTokensAndLeavesTheServerListed() {
        ServerRegister.NewServer ending = make(TestClock.NOON.plusSeconds(60));
        ServerRegister.NewServer later = make(TestClock.NOON.plusSeconds(3600));
        register.apiTokens().make(ending.server().id(), "CI");
        assertThat(register.purge()).contains(TestClock.NOON.plusSeconds(60));
        assertThat(register.findByToken(ending.token())).isPresent();

        running.clock().pass(Duration.ofSeconds(60));
        assertThat(register.purge()).contains(TestClock.NOON.plusSeconds(3600));

        assertThat(register.findByToken(ending.token())).isEmpty();
        assertThat(register.token(ending.server().id())).isEmpty();
        assertThat(register.apiTokens().list(ending.server().id())).isEmpty();
        assertThat(register.list("demo"))
                .extracting(McpServer::id)
                .contains(ending.server().id());
        assertThat(register.token(later.server().id())).contains(later.token());
    }

    @Test
    void aServerMadeWhileItWaitsIsPurgedAtItsInstant(@TempDir Path folder) throws Exception {
        Clock wall = Clock.systemUTC();
        try (Store store = Store.open(folder.resolve("orgbench.db"), wall)) {
            store.run(
                    connection -> connection
                            .createStatement()
                            .executeUpdate(
                                    "INSERT INTO org (id, label, instance_url, kind, created_at) VALUES ('demo', 'Demo', 'http://x', 'demo', 'now')"));
            ServerRegister servers = new StoredServers(store, running.secrets, wall);
            try (ExpiryWatch _ = ExpiryWatch.start(servers, wall)) {
                ServerRegister.NewServer ending = servers.create(
                        "demo",
                        "A",
                        McpServer.Config.EVERYTHING,
                        Instant.now(wall).plusMillis(200));
                awaitPurge(servers, ending);
                assertThat(Instant.now(wall)).isAfterOrEqualTo(ending.server().expiresAt());
            }
        }
    }

    @Test
    void aClockThatJumpsAsAfterSleepIsNoticed() throws Exception {
        ServerRegister.NewServer ending = make(TestClock.NOON.plus(Duration.ofHours(8)));
        try (ExpiryWatch _ = ExpiryWatch.start(register, running.clock(), Duration.ofMillis(20))) {
            running.clock().pass(Duration.ofHours(9));
            awaitPurge(register, ending);
        }
        assertThat(register.findByToken(ending.token())).isEmpty();
    }

    @Test
    void whatExpiredWhileOrgbenchWasOffIsPurgedAtStart() throws Exception {
        ServerRegister.NewServer ending = make(TestClock.NOON.plusSeconds(60));
        running.clock().pass(Duration.ofDays(1));
        try (ExpiryWatch _ = ExpiryWatch.start(register, running.clock())) {
            awaitPurge(register, ending);
        }
        assertThat(register.token(ending.server().id())).isEmpty();
    }

    private ServerRegister.NewServer make(Instant expiresAt) {
        return register.create("demo", "A", McpServer.Config.EVERYTHING, expiresAt);
    }

    private static void awaitPurge(ServerRegister servers, ServerRegister.NewServer ending)
            throws InterruptedException {
        for (int i = 0; i < 500 && servers.findByToken(ending.token()).isPresent(); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(servers.findByToken(ending.token())).isEmpty();
    }
}
