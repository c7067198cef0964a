package dev.orgbench.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in by {@code /mcp/{token}}, and who does not. */
class McpDoorTest {
    private static final String PING = "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}";

    private final RunningGateway running;

    McpDoorTest(@TempDir Path data) throws IOException {
        running = new RunningGateway(data);
    }

    @AfterEach
    void close() {
        running.close();
    }

    @Test
    void unknownExpiredRevokedAndRotatedTokensAreAnsweredAlike() throws IOException {
        ServerRegister register = running.register();
        ServerRegister.NewServer expiring =
                register.create("demo", "A", McpServer.Config.EVERYTHING, TestClock.NOON.plusSeconds(1));
        ServerRegister.NewServer revoked = register.create("demo", "B", McpServer.Config.EVERYTHING, null);
        ServerRegister.NewServer rotated = register.create("demo", "C", McpServer.Config.EVERYTHING, null);
        for (ServerRegister.NewServer server : List.of(expiring, revoked, rotated)) {
            assertThat(status(server.token())).isEqualTo(200);
        }

        running.clock().pass(Duration.ofSeconds(1));
        register.revoke(revoked.server().id());
        ServerRegister.NewServer fresh = register.rotate(rotated.server().id());

        String unknown = running.list(running.gateway().url("0123456789abcdef").toString())
                .body();
        for (ServerRegister.NewServer server : List.of(expiring, revoked, rotated)) {
            RunningGateway.Answer answer =
                    running.list(running.gateway().url(server.token()).toString());
            assertThat(answer.status()).as(server.server().name()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(unknown);
        }
        assertThat(status(fresh.token())).isEqualTo(200);
    }

    @Test
    void aServerMayWantAnApiTokenBesidesItsUrl() throws IOException {
        String url = running.url("{\"name\": \"A\", \"config\": {\"require_api_token_auth\": true}}");
        String other = running.url("{\"name\": \"B\", \"config\": {\"require_api_token_auth\": true}}");
        McpServer server = running.register().list("demo").getFirst();
        ApiTokens.NewApiToken token = running.register().apiTokens().make(server.id(), "CI");

        RunningGateway.Answer none = running.list(url);
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.header("www-authenticate")).isEqualTo("Bearer realm=\"Orgbench\"");
        assertThat(none.json().path("detail").asText()).contains("Authorization: Bearer");
        RunningGateway.Answer wrong = running.list(url, bearer(token.text() + "0"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("www-authenticate")).contains("invalid_token");
        assertThat(running.list(url, Map.of("Authorization", "Basic " + token.text()))
                        .status())
                .isEqualTo(401);
        assertThat(running.list(url, Map.of("Authorization", "Bearer")).status())
                .isEqualTo(401);

        assertThat(running.list(url, bearer(token.text())).status()).isEqualTo(200);
        assertThat(running.list(url, Map.of("Authorization", "bearer  " + token.text()))
                        .status())
                .isEqualTo(200);
        assertThat(running.list(url, bearer(RunningGateway.SECRET)).status()).isEqualTo(200);
        assertThat(running.list(other, bearer(token.text())).status())
                .as("another server's")
                .isEqualTo(401);

        running.register().apiTokens().revoke(token.apiToken().id());
        assertThat(running.list(url, bearer(token.text())).status()).isEqualTo(401);
    }

    @Test
    void countsCallsAndNothingElse() throws IOException {
        String url = running.url("{\"name\": \"A\"}");
        running.list(url);
        running.clock().pass(Duration.ofMinutes(5));
        running.call(url, "create_a_salesforce_record", "{\"object_name\": 1}");
        running.call(url, "list_all_salesforce_query", "{}");

        McpServer server = running.register().list("demo").getFirst();
        assertThat(running.register().use("demo"))
                .isEqualTo(Map.of(server.id(), new ServerUse(2, TestClock.NOON.plus(Duration.ofMinutes(5)))));
        assertThat(server.updatedAt()).isEqualTo(TestClock.NOON);
    }

    @Test
    void refusesOtherOriginsAndHosts() throws IOException {
        String url = running.url("{\"name\": \"A\"}");
        assertThat(running.post(url, PING, Map.of("Origin", "https://evil.example"))
                        .status())
                .isEqualTo(403);
        assertThat(running.post(url, PING, Map.of("Host", "evil.example")).status())
                .isEqualTo(403);
        assertThat(running.post(url, PING, Map.of("Origin", "http://localhost:6274"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aHeaderThatIsSentTwiceIsHeldToAllOfIt() throws IOException {
        String url = running.url("{\"name\": \"A\", \"config\": {\"require_api_token_auth\": true}}");
        for (List<String> order : List.of(
                List.of("http://localhost", "http://evil.example"),
                List.of("http://evil.example", "http://localhost"))) {
            assertThat(twice(url, "Origin", order.getFirst(), order.getLast())).isEqualTo(403);
        }
        String token = "Bearer " + RunningGateway.SECRET;
        assertThat(twice(url, "Authorization", token, "Bearer other")).isEqualTo(401);
        assertThat(twice(url, "Authorization", "Bearer other", token)).isEqualTo(401);
    }

    private int twice(String url, String header, String one, String other) throws IOException {
        Request.Builder request = new Request.Builder()
                .url(url)
                .post(RequestBody.create(PING, MediaType.get("application/json")))
                .addHeader(header, one)
                .addHeader(header, other);
        try (Response response = running.http.newCall(request.build()).execute()) {
            return response.code();
        }
    }

    @Test
    void aTunnelsNameGetsInOnlyWhileItIsUp() throws IOException {
        JsonNode server = running.make("{\"name\": \"A\"}").json();
        String url = server.path("url").asText();
        Map<String, String> byTunnel =
                Map.of("Host", "calm-river.trycloudflare.com", "Origin", "https://Calm-River.trycloudflare.com");
        assertThat(running.post(url, PING, byTunnel).status()).isEqualTo(403);

        PublicHosts hosts = running.gateway().publicHosts();
        PublicHosts.Opening first =
                hosts.allow("Calm-River.trycloudflare.com", server.path("id").asText());
        PublicHosts.Opening second =
                hosts.allow("calm-river.trycloudflare.com", server.path("id").asText());
        assertThat(hosts.names()).containsExactly("calm-river.trycloudflare.com");
        assertThat(running.post(url, PING, byTunnel).status()).isEqualTo(200);
        assertThat(running.post(url, PING, Map.of("Host", "other.trycloudflare.com"))
                        .status())
                .isEqualTo(403);

        String other = running.url("{\"name\": \"B\"}");
        assertThat(running.post(other, PING, byTunnel).status())
                .as("a tunnel is for one server")
                .isEqualTo(404);
        assertThat(running.post(other, PING, Map.of()).status()).isEqualTo(200);

        first.close();
        first.close();
        assertThat(running.post(url, PING, byTunnel).status())
                .as("the second is still up")
                .isEqualTo(200);
        second.close();
        assertThat(running.post(url, PING, byTunnel).status()).isEqualTo(403);
        assertThat(hosts.names()).isEmpty();
    }

    @Test
    void aTunnelLeadsToNoManagementEvenWithItsToken() throws IOException {
        String path = running.gateway().uri() + "/integrated-account/demo/mcp";
        try (PublicHosts.Opening _ = running.gateway().publicHosts().allow("calm-river.trycloudflare.com", "mcp-1")) {
            for (Map<String, String> how : List.of(
                    Map.of("Host", "calm-river.trycloudflare.com"),
                    Map.of("X-Forwarded-Host", "calm-river.trycloudflare.com"),
                    Map.of("X-Forwarded-For", "203.0.113.9"))) {
                assertThat(running.send("GET", path, null, how).status()).isEqualTo(404);
                assertThat(running.send("GET", running.gateway().uri() + "/healthz", null, how)
                                .status())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void onlyHostNamesCanBeLetIn() {
        PublicHosts hosts = running.gateway().publicHosts();
        for (String bad : List.of(
                "",
                "localhost",
                "https://a.example",
                "a.example:443",
                "a.example/x",
                "*.example",
                "a..b",
                "-a.example")) {
            assertThatThrownBy(() -> hosts.allow(bad, "mcp-1")).as(bad).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private int status(String token) throws IOException {
        return running.list(running.gateway().url(token).toString()).status();
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }
}
