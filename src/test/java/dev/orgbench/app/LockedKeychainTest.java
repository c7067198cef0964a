package dev.orgbench.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orgbench.OfficialClient;
import dev.orgbench.gateway.McpServer;
import dev.orgbench.orgs.SecretFile;
import dev.orgbench.orgs.SecretsException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start while the servers' tokens are in a keychain that does not give them. */
class LockedKeychainTest {
    @Test
    void itStartsAllTheSame_whoHasTheUrlGetsIn_andWhoAsksForItIsToldWhatToDo(@TempDir Path data) throws Exception {
        Settings settings = new Settings(data, 0, 0);
        McpServer server;
        String token;
        try (Orgbench first = Orgbench.start(settings, Clock.systemUTC())) {
            server = first.server();
            token = first.servers().token(server.id()).orElseThrow();
        }
        inKeychain(data, "server/" + server.id() + "/token");

        try (Orgbench again = Orgbench.start(settings, Clock.systemUTC())) {
            List<String> notices = new ArrayList<>();

            assertThat(again.server()).isEqualTo(server);
            assertThat(again.mcpUrl(notices::add)).isEmpty();
            assertThat(notices).singleElement().asString().contains(server.name(), "Unlock it");
            assertThatThrownBy(again::mcpUrl).isInstanceOf(SecretsException.class);
            URI url = again.gateway().url(token);
            try (OfficialClient agent = new OfficialClient(url)) {
                assertThat(agent.tools()).isNotEmpty();
            }
            assertThat(again.servers().list(again.orgId())).containsExactly(server);
        }
    }

    /** As an earlier run leaves it that gave the secret to the keychain. */
    private static void inKeychain(Path data, String name) throws Exception {
        SecretFile file = SecretFile.open(data);
        assertThat(file.get(name)).isPresent();
        file.remove(name);
        file.put("in-keychain/" + name, "");
    }
}
