package dev.orgbench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.trace.TraceEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What befalls those who hold a stream of a server open. */
@Timeout(20)
class OpenStreamsTest {
    private static final String LISTEN =
            "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"subscriptions/listen\", \"params\":"
                    + " {\"notifications\": {\"toolsListChanged\": true}, \"_meta\": {\"io.modelcontextprotocol/protocolVersion\":"
                    + " \"2026-07-28\", \"io.modelcontextprotocol/clientCapabilities\": {}}}}";

    private final RunningGateway running;

    OpenStreamsTest(@TempDir Path data) throws IOException {
        running = new RunningGateway(data);
    }

    @AfterEach
    void close() {
        running.close();
    }

    static Stream<Consumer<OpenStreamsTest>> ends() {
        return Stream.of(
                test -> test.register().revoke(test.id()),
                test -> test.register().delete(test.id()),
                test -> test.register().rotate(test.id()),
                test -> test.change(McpServer.Config.EVERYTHING
                        .draft()
                        .requireApiToken(true)
                        .config()),
                test -> {
                    test.running.clock().pass(Duration.ofHours(1));
                    test.register().purge();
                });
    }

    @ParameterizedTest
    @MethodSource("ends")
    void whoMayNotUseItAnyMoreHasToGoAtOnce(Consumer<OpenStreamsTest> end) throws Exception {
        try (Response stream = open(made("{}"), Map.of())) {
            BufferedSource events = stream.body().source();
            assertThat(event(events)).contains("notifications/subscriptions/acknowledged");
            assertThat(openStreams()).isEqualTo(1);
            end.accept(this);
            while (!events.exhausted()) {
                assertThat(event(events)).doesNotContain("list_changed");
            }
        }
        untilNoStreamIsOpen();
    }

    @Test
    void anApiTokenThatIsRevokedEndsItsOwnStreamsAlone() throws Exception {
        String url = made("{\"require_api_token_auth\": true}");
        ApiTokens.NewApiToken token = register().apiTokens().make(id(), "CI");
        ApiTokens.NewApiToken other = register().apiTokens().make(id(), "Desk");
        try (Response stream = open(url, bearer(token));
                Response kept = open(url, bearer(other))) {
            BufferedSource events = stream.body().source();
            event(events);
            register().apiTokens().revoke(token.apiToken().id());
            while (!events.exhausted()) {
                event(events);
            }
            event(kept.body().source());
            change(McpServer.Config.EVERYTHING.draft().requireApiToken(true).config());
            assertThat(event(kept.body().source())).contains("list_changed");
        }
        try (Response again = open(url, bearer(token))) {
            assertThat(again.code()).isEqualTo(401);
        }
    }

    @Test
    void oneThatIsRevokedBetweenTheDoorAndTheStreamOpensNone() throws Exception {
        String url = made("{\"require_api_token_auth\": true}");
        ApiTokens.NewApiToken token = register().apiTokens().make(id(), "CI");
        running.trace.subscribe(event -> {
            if (event instanceof TraceEvent.Started) {
                register().apiTokens().revoke(token.apiToken().id());
            }
        });
        try (Response stream = open(url, bearer(token))) {
            while (!stream.body().source().exhausted()) {
                assertThat(event(stream.body().source())).doesNotContain("list_changed");
            }
        }
        untilNoStreamIsOpen();
    }

    @Test
    void aChangeIsToldToThisServersClientsAlone() throws Exception {
        String url = made("{}");
        String first = id();
        try (Response stream = open(url, Map.of())) {
            BufferedSource events = stream.body().source();
            event(events);
            running.make("{\"name\": \"B\"}");
            McpServer other = register().list("demo").getLast();
            register().revoke(other.id());
            register().noteCall(first);
            change(McpServer.Config.EVERYTHING.draft().tags(List.of("metadata")).config());
            assertThat(event(events)).contains("notifications/tools/list_changed");
        }
    }

    private ServerRegister register() {
        return running.register();
    }

    private static Map<String, String> bearer(ApiTokens.NewApiToken token) {
        return Map.of("Authorization", "Bearer " + token.text());
    }

    private String id() {
        return register().list("demo").getFirst().id();
    }

    private void change(McpServer.Config config) {
        register().change(id(), "A", config, null);
    }

    private String made(String config) throws IOException {
        return running.url("{\"name\": \"A\", \"expires_at\": \"2026-11-22T13:00:00Z\", \"config\": " + config + "}");
    }

    private Response open(String url, Map<String, String> headers) throws IOException {
        Request.Builder request = new Request.Builder()
                .url(url)
                .post(RequestBody.create(LISTEN, MediaType.get("application/json")))
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "subscriptions/listen");
        headers.forEach(request::header);
        return running.http.newCall(request.build()).execute();
    }

    /** The data of the next event; comments that keep the stream alive are passed over. */
    private static String event(BufferedSource events) throws IOException {
        while (!events.exhausted()) {
            String line = events.readUtf8LineStrict();
            if (line.startsWith("data:") && line.length() > 6) {
                return line;
            }
        }
        return "";
    }

    private int openStreams() throws IOException {
        return running.send("GET", running.gateway().uri() + "/metrics", null, Map.of())
                .body()
                .lines()
                .filter(line -> line.startsWith("orgbench_open_streams{"))
                .mapToInt(line -> Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private void untilNoStreamIsOpen() throws Exception {
        for (int i = 0; i < 100 && openStreams() > 0; i++) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(openStreams()).isZero();
    }
}
