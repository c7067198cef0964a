package dev.orgbench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.orgs.SecretFile;
import dev.orgbench.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredServersTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void findsAServerByItsTokenAlsoAfterARestart() throws IOException {
        McpServer.Config config = new McpServer.Config(List.of("read", "custom"), List.of("metadata"));
        Instant expiry = NOON.plusSeconds(3600);
        ServerRegister.NewServer made = using(servers -> servers.create("demo", "RevOps", config, expiry));
        assertThat(made.token()).matches("[0-9a-f]{48}");

        McpServer found = using(servers -> servers.findByToken(made.token()).orElseThrow());
        assertThat(found).isEqualTo(made.server());
        assertThat(found.config()).isEqualTo(config);
        assertThat(found.expiresAt()).isEqualTo(expiry);
        List<McpServer> all = using(servers -> servers.list("demo"));
        assertThat(all).containsExactly(made.server());
        Optional<String> token = using(servers -> servers.token(found.id()));
        assertThat(token).contains(made.token());
    }

    @Test
    void knowsNoOtherToken() throws IOException {
        ServerRegister.NewServer made =
                using(servers -> servers.create("demo", "A", new McpServer.Config(List.of(), List.of()), null));
        for (String guess : List.of("", made.token().substring(1), made.token() + "0", "' OR 1=1 --")) {
            Optional<McpServer> found = using(servers -> servers.findByToken(guess));
            assertThat(found).isEmpty();
        }
    }

    @Test
    void keepsTheTokenOutOfTheFileAndOutOfItsOwnWords() throws IOException {
        ServerRegister.NewServer made =
                using(servers -> servers.create("demo", "A", new McpServer.Config(List.of(), List.of()), null));
        String file = new String(Files.readAllBytes(folder.resolve("orgbench.db")), StandardCharsets.ISO_8859_1);
        assertThat(file).contains(made.server().id()).doesNotContain(made.token());
        assertThat(made.toString()).doesNotContain(made.token());
    }

    @Test
    void expiresAtItsInstantAndNotBefore() throws IOException {
        McpServer server = using(servers -> servers.create(
                        "demo", "A", new McpServer.Config(List.of(), List.of()), NOON))
                .server();
        assertThat(server.isExpired(NOON.minusNanos(1))).isFalse();
        assertThat(server.isExpired(NOON)).isTrue();
    }

    private interface Work<T> {
        T with(ServerRegister servers);
    }

    private <T> T using(Work<T> work) throws IOException {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        try (Store store = Store.open(folder.resolve("orgbench.db"), clock)) {
            store.run(connection -> connection
                    .createStatement()
                    .executeUpdate("INSERT OR IGNORE INTO org VALUES ('demo', 'Demo', 'http://x', 'demo', 'now')"));
            return work.with(new StoredServers(store, SecretFile.open(folder), clock));
        }
    }
}
