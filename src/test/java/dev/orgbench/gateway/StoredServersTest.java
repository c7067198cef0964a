package dev.orgbench.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orgbench.orgs.SecretFile;
import dev.orgbench.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
        McpServer server = using(
                        servers -> servers.create("demo", "A", new McpServer.Config(List.of(), List.of()), NOON))
                .server();
        assertThat(server.state(NOON.minusNanos(1))).isEqualTo(McpServer.State.RUNNING);
        assertThat(server.state(NOON)).isEqualTo(McpServer.State.EXPIRED);
    }

    @Test
    void aRevokedServerStaysInTheListAndNothingBringsItBack() throws IOException {
        ServerRegister.NewServer made = using(servers -> {
            ServerRegister.NewServer server = servers.create("demo", "A", McpServer.Config.EVERYTHING, null);
            servers.apiTokens().make(server.server().id(), "CI");
            servers.revoke(server.server().id());
            return server;
        });
        using(servers -> {
            String id = made.server().id();
            assertThat(servers.list("demo")).singleElement().satisfies(server -> assertThat(server.state(NOON))
                    .isEqualTo(McpServer.State.REVOKED));
            assertThat(servers.token(id)).isEmpty();
            assertThat(servers.findByToken(made.token())).isEmpty();
            assertThat(servers.apiTokens().list(id)).isEmpty();
            assertThat(servers.revoke(id)).isEqualTo(servers.find(id).orElseThrow());
            for (Runnable attempt : List.<Runnable>of(
                    () -> servers.rotate(id),
                    () -> servers.change(id, "B", McpServer.Config.EVERYTHING, null),
                    () -> servers.apiTokens().make(id, "again"))) {
                assertThatThrownBy(attempt::run)
                        .isInstanceOf(ServerEndedException.class)
                        .hasMessageContaining("was revoked");
            }
            return id;
        });
    }

    @Test
    void apiTokensAreNamedListedAndKeptAsHashesAlone() throws IOException {
        String text = using(servers -> {
            String id = servers.create("demo", "A", McpServer.Config.EVERYTHING, null)
                    .server()
                    .id();
            ApiTokens.NewApiToken made = servers.apiTokens().make(id, "  CI  ");
            servers.apiTokens().make(id, "Laptop");
            assertThat(servers.apiTokens().list(id))
                    .extracting(ApiTokens.ApiToken::name)
                    .containsExactly("CI", "Laptop");
            assertThat(made.toString()).doesNotContain(made.text());
            for (String bad : List.of("", " ", "a\nb", "x".repeat(61), "CI")) {
                assertThatThrownBy(() -> servers.apiTokens().make(id, bad))
                        .isInstanceOf(IllegalArgumentException.class);
            }
            return made.text();
        });
        assertThat(text).matches("orgbench_[0-9a-f]{48}");
        String file = new String(Files.readAllBytes(folder.resolve("orgbench.db")), StandardCharsets.ISO_8859_1);
        assertThat(file).contains("Laptop").doesNotContain(text);
    }

    @Test
    void tellsWhatBefellWhichServerUntilNobodyListens() throws IOException {
        List<ServerRegister.Change> told = new ArrayList<>();
        using(servers -> {
            ServerRegister.Subscription subscription = servers.subscribe(told::add);
            McpServer server = servers.create("demo", "A", McpServer.Config.EVERYTHING, null)
                    .server();
            String id = server.id();
            servers.change(id, "B", McpServer.Config.EVERYTHING, null);
            servers.noteCall(id);
            servers.rotate(id);
            String tokenId = servers.apiTokens().make(id, "CI").apiToken().id();
            servers.apiTokens().revoke(tokenId);
            servers.apiTokens().revoke(tokenId);
            servers.revoke(id);
            servers.revoke(id);
            servers.delete(id);
            assertThat(told).extracting(ServerRegister.Change::serverId).containsOnly(id);
            String past = servers.create("demo", "C", McpServer.Config.EVERYTHING, NOON)
                    .server()
                    .id();
            servers.purge();
            servers.purge();
            assertThat(told.getLast()).isEqualTo(new ServerRegister.Change(ServerRegister.What.ENDED, past));
            subscription.close();
            servers.delete(past);
            return id;
        });
        assertThat(told)
                .extracting(ServerRegister.Change::what)
                .containsExactly(
                        ServerRegister.What.MADE,
                        ServerRegister.What.CHANGED,
                        ServerRegister.What.USED,
                        ServerRegister.What.ROTATED,
                        ServerRegister.What.API_TOKENS,
                        ServerRegister.What.API_TOKENS,
                        ServerRegister.What.ENDED,
                        ServerRegister.What.ENDED,
                        ServerRegister.What.MADE,
                        ServerRegister.What.ENDED);
    }

    @Test
    void everyPartOfAConfigurationIsKeptAlsoWhenItIsChanged() throws IOException {
        McpServer.Config whole = McpServer.Config.EVERYTHING
                .draft()
                .methods(List.of("read", "create"))
                .tags(List.of("records"))
                .pinnedObjects(List.of("Account"))
                .requireApiToken(true)
                .readObjects(List.of("Account", "Contact"))
                .writeObjects(List.of("Contact"))
                .searchAndFetch(true)
                .confirmDestructive(true)
                .byteBudget(50_000)
                .ceiling(new McpServer.Ceiling(4, 120))
                .config();
        McpServer made =
                using(servers -> servers.create("demo", "A", whole, null)).server();
        McpServer found = using(servers -> servers.find(made.id()).orElseThrow());
        assertThat(found.config()).isEqualTo(whole);
        McpServer.Config other =
                whole.draft().writeObjects(List.of()).byteBudget(60_000).config();
        using(servers -> servers.change(made.id(), "B", other, null));
        McpServer changed = using(servers -> servers.find(made.id()).orElseThrow());
        assertThat(changed.config()).isEqualTo(other);
    }

    @Test
    void serversOfTheFirstFormOfTheFileGoOnWorking() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("orgbench.db"));
                Statement old = connection.createStatement()) {
            old.execute("CREATE TABLE org (id TEXT PRIMARY KEY, label TEXT NOT NULL, instance_url TEXT NOT NULL,"
                    + " kind TEXT NOT NULL, created_at TEXT NOT NULL)");
            old.execute(
                    "CREATE TABLE server (id TEXT PRIMARY KEY, org_id TEXT NOT NULL REFERENCES org (id), name TEXT NOT"
                            + " NULL, methods TEXT NOT NULL, tags TEXT NOT NULL, token_hash TEXT NOT NULL UNIQUE, expires_at TEXT,"
                            + " created_at TEXT NOT NULL)");
            old.execute(
                    "INSERT INTO org (id, label, instance_url, kind, created_at) VALUES ('demo', 'Demo', 'http://x', 'demo', 'now')");
            old.execute("INSERT INTO server VALUES ('mcp-1', 'demo', 'Old', 'read', '', '" + TokenText.hash("t0")
                    + "', NULL, '2026-11-01T00:00:00Z')");
            old.execute("PRAGMA user_version=1");
        }
        McpServer server = using(servers -> servers.findByToken("t0").orElseThrow());
        assertThat(server.name()).isEqualTo("Old");
        assertThat(server.config()).isEqualTo(new McpServer.Config(List.of("read"), List.of()));
        assertThat(folder.resolve("orgbench.db.v1")).exists();
    }

    @Test
    void serversOfBeforeThereWereTermsHaveTheUsualOnes() throws Exception {
        using(servers -> servers.create("demo", "A", McpServer.Config.EVERYTHING, null));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("orgbench.db"));
                Statement back = connection.createStatement()) {
            for (String column : List.of(
                    "read_objects",
                    "write_objects",
                    "search_and_fetch",
                    "confirm_destructive",
                    "byte_budget",
                    "calls_at_once",
                    "calls_per_minute")) {
                back.execute("ALTER TABLE server DROP COLUMN " + column);
            }
            back.execute("PRAGMA user_version=3");
        }
        List<McpServer> servers = using(each -> each.list("demo"));
        assertThat(servers).singleElement().extracting(McpServer::config).isEqualTo(McpServer.Config.EVERYTHING);
        assertThat(folder.resolve("orgbench.db.v3")).exists();
    }

    private interface Work<T> {
        T with(ServerRegister servers);
    }

    private <T> T using(Work<T> work) throws IOException {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        try (Store store = Store.open(folder.resolve("orgbench.db"), clock)) {
            store.run(
                    connection -> connection
                            .createStatement()
                            .executeUpdate(
                                    "INSERT OR IGNORE INTO org (id, label, instance_url, kind, created_at) VALUES ('demo', 'Demo', 'http://x', 'demo', 'now')"));
            return work.with(new StoredServers(store, SecretFile.open(folder), clock));
        }
    }
}
