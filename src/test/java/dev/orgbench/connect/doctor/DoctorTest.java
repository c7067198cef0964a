package dev.orgbench.connect.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.app.Orgbench;
import dev.orgbench.app.Settings;
import dev.orgbench.connect.HandedServer;
import dev.orgbench.connect.Machine;
import dev.orgbench.connect.guide.Guide;
import dev.orgbench.connect.guide.Guides;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On the real thing: gateway, tools and demo org. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoctorTest {
    private final Orgbench orgbench;
    private final OkHttpClient http = new OkHttpClient();
    private final Doctor doctor;

    DoctorTest(@TempDir Path data) throws Exception {
        orgbench = Orgbench.start(new Settings(data, 0, 0), Clock.systemUTC());
        doctor = new Doctor(http, new Machine(Machine.Kind.LINUX, data, Map.of()), "1", null, Clock.systemUTC());
    }

    @AfterAll
    void close() {
        orgbench.close();
        http.dispatcher().executorService().shutdown();
    }

    @Test
    void onAHealthyServerEveryStepIsGood() {
        List<Check> checks = examine(server(orgbench.mcpUrl(), false, null), "claude-code", "file", null);

        assertThat(checks)
                .extracting(Check::name)
                .containsExactly("Orgbench answers", "Token is valid", "Tools are listed", "Org answers", "API limit");
        assertThat(checks)
                .allSatisfy(check ->
                        assertThat(check.outcome()).as(check.toString()).isEqualTo(Check.Outcome.GOOD));
        assertThat(checks.get(2).detail()).matches("\\d+ tools");
    }

    @Test
    void aDeadTokenEndsTheLook_andSaysWhatToDo() {
        List<Check> checks = examine(
                server(URI.create(orgbench.managementUrl() + "/mcp/dead0000"), false, null),
                "claude-code",
                "file",
                null);

        assertThat(checks).hasSize(2);
        assertThat(checks.getLast().outcome()).isEqualTo(Check.Outcome.BAD);
        assertThat(checks.getLast().remedy()).contains("revoked or given a new token");
    }

    @Test
    void anExpiryIsTold_soonOrPast() {
        Instant now = Instant.now();

        assertThat(examine(server(orgbench.mcpUrl(), false, now.plus(Duration.ofHours(7))), "curl", "command", null)
                        .get(1))
                .isEqualTo(new Check("Token is valid", Check.Outcome.GOOD, "expires in 6 h", ""));
        assertThat(examine(server(orgbench.mcpUrl(), false, now.plusSeconds(300)), "curl", "command", null)
                        .get(1)
                        .outcome())
                .isEqualTo(Check.Outcome.CAUTION);
        assertThat(examine(server(orgbench.mcpUrl(), false, now.minusSeconds(1)), "curl", "command", null)
                        .getLast()
                        .detail())
                .isEqualTo("expired");
    }

    @Test
    void whatTheClientCannotDoIsSaid() {
        List<Check> chatGpt = examine(server(orgbench.mcpUrl(), true, null), "chatgpt", "url", null);
        assertThat(chatGpt)
                .filteredOn(check -> check.name().equals("ChatGPT can sign in"))
                .singleElement()
                .satisfies(check -> assertThat(check.remedy()).contains("asks for an API token"));
        assertThat(chatGpt.getLast().remedy()).contains("Start a tunnel");

        assertThat(examine(server(orgbench.mcpUrl(), false, null), "mcp-remote", "command", null))
                .filteredOn(check -> check.name().equals("npx is installed"))
                .singleElement()
                .satisfies(check -> assertThat(check.remedy()).contains("nodejs.org"));
    }

    @Test
    void aHostThatTheGatewayDoesNotKnowIsFound() {
        List<Check> checks = examine(
                server(orgbench.mcpUrl(), false, null), "chatgpt", "url", URI.create("https://abc.trycloudflare.com"));

        assertThat(checks.getLast().name()).isEqualTo("Tunnel's host is allowed");
        assertThat(checks.getLast().outcome()).isEqualTo(Check.Outcome.BAD);
    }

    @Test
    void withoutOrgbenchThereIsOneAnswer() {
        List<Check> checks = examine(
                server(URI.create("http://127.0.0.1:1/mcp/abcdefgh1234"), false, null), "curl", "command", null);

        assertThat(checks).singleElement().satisfies(check -> assertThat(check.remedy())
                .contains("Restart Orgbench"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"result\":{\"serverInfo\":{\"name\":\"orgbench\"}}} | GOOD | ms",
                "200 | <html>Click to visit the site</html> | BAD | a page",
                "401 | | BAD | 401",
                "403 | | BAD | 403",
                "404 | | BAD | 404",
                "302 | | BAD | redirect",
                "502 | | CAUTION | not yet",
                "530 | error code: 1033 | CAUTION | not yet",
                "418 | | BAD | 418",
            })
    void whatComesBackFromOutsideIsToldApart(int status, @Nullable String body, Check.Outcome outcome, String detail)
            throws Exception {
        try (MockWebServer outside = new MockWebServer()) {
            outside.start();
            outside.enqueue(new MockResponse(
                    status, Headers.of("Location", "https://login.example"), body == null ? "" : body));

            Check check = new PublicCheck(http, "1")
                    .once(
                            server(orgbench.mcpUrl(), false, null),
                            outside.url("/").uri());

            assertThat(check.outcome()).isEqualTo(outcome);
            assertThat(check.detail()).contains(detail);
            assertThat(check.remedy().isEmpty()).isEqualTo(outcome == Check.Outcome.GOOD);
        }
    }

    @Test
    void aTunnelMaySettleFirst() throws Exception {
        try (MockWebServer outside = new MockWebServer()) {
            outside.start();
            outside.enqueue(new MockResponse(530, Headers.of(), ""));
            outside.enqueue(
                    new MockResponse(200, Headers.of(), "{\"result\":{\"serverInfo\":{\"name\":\"orgbench\"}}}"));

            Check check = new PublicCheck(http, "1")
                    .settled(
                            server(orgbench.mcpUrl(), false, null),
                            outside.url("/").uri(),
                            Duration.ofSeconds(10),
                            Duration.ofMillis(10));

            assertThat(check.outcome()).isEqualTo(Check.Outcome.GOOD);
        }
    }

    private List<Check> examine(HandedServer server, String client, String way, @Nullable URI publicBase) {
        Guide guide = Guides.bundled().guide(client);
        List<Check> checks = new ArrayList<>();
        doctor.examine(new Doctor.Case(server, guide, guide.way(way), publicBase), checks::add);
        return checks;
    }

    private static HandedServer server(URI url, boolean asksForToken, @Nullable Instant expiresAt) {
        return new HandedServer("mcp-1", "Demo", "Demo org", url, asksForToken, expiresAt);
    }
}
