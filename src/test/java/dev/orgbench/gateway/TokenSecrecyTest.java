package dev.orgbench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.trace.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done with a token, its text is in no file but the secrets', in no log and in no trace. */
class TokenSecrecyTest {
    private final CaughtLog log = new CaughtLog();
    private final Path data;
    private final RunningGateway running;

    TokenSecrecyTest(@TempDir Path data) throws IOException {
        this.data = data;
        running = new RunningGateway(data);
    }

    @AfterEach
    void close() {
        log.close();
        running.close();
    }

    @Test
    void tokensAreWrittenNowhereButAmongTheSecrets() throws IOException {
        ServerRegister register = running.register();
        List<String> secrets = new ArrayList<>(List.of(RunningGateway.SECRET));
        JsonNode made = running.make("{\"name\": \"A\", \"config\": {\"require_api_token_auth\": true}}")
                .json();
        String id = made.path("id").asText();
        secrets.add(made.path("token").asText());
        secrets.add(register.rotate(id).token());
        secrets.add(register.apiTokens().make(id, "CI").text());
        assertThat(register.token(id)).contains(secrets.get(2));

        for (String token : List.copyOf(secrets)) {
            String url = running.gateway().url(token).toString();
            running.list(url);
            running.list(url, Map.of("Authorization", "Bearer " + secrets.get(3)));
            running.call(url, "list_all_salesforce_query", "{\"q\": 5}");
            running.post(url, "{", Map.of("Authorization", "Bearer " + token));
            running.post(url + "/more", "{}", Map.of("Host", "evil.example"));
            running.send("PUT", url, "x", Map.of("Authorization", "Bearer " + token));
        }
        running.manage("PATCH", "demo/mcp/" + id, "{\"name\": \"B\"}");
        register.purge();
        // A fault of the file is logged, with whatever the statement was about.
        running.store.run(
                connection -> connection.createStatement().executeUpdate("ALTER TABLE server RENAME TO away"));
        running.manage("GET", "demo/mcp/" + id, null);
        running.list(running.gateway().url(secrets.get(2)).toString());

        assertThat(log.lines()).as("the fault at least").isNotEmpty();
        for (String secret : secrets) {
            assertThat(log.lines()).noneMatch(line -> line.contains(secret));
            assertThat(running.trace.messages().stream().map(Message::toString))
                    .isNotEmpty()
                    .noneMatch(message -> message.contains(secret));
            for (String file : List.of("orgbench.db", "orgbench.db-wal")) {
                assertThat(new String(Files.readAllBytes(data.resolve(file)), StandardCharsets.ISO_8859_1))
                        .as(file)
                        .doesNotContain(secret);
            }
        }
    }

    @Test
    void aPageOfServersAndAServerShowNoToken() throws IOException {
        String token = running.make("{\"name\": \"A\"}").json().path("token").asText();
        String id = running.register().list("demo").getFirst().id();
        for (String path : List.of("demo/mcp", "demo/mcp/" + id)) {
            assertThat(running.manage("GET", path, null).body()).contains(id).doesNotContain(token);
        }
        assertThat(running.manage("PATCH", "demo/mcp/" + id, "{}").body()).doesNotContain(token);
    }
}
