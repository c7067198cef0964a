package dev.orgbench.gateway;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.orgbench.demo.TestOrg;
import dev.orgbench.salesforce.SignIn;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody waits for the answer any more: what is under way at the org is cancelled, and nothing further is sent there. */
@Timeout(60)
class GoneClientTest {
    private static final String QUERY = "list_all_salesforce_query";
    private static final String CONTACTS = "\"q\": \"SELECT Id FROM Contact ORDER BY Id\"";
    private static final String INITIALIZE =
            "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\","
                    + "\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}";

    private static TestOrg demo;

    private final RunningGateway running;

    /** How clients come, and go. */
    enum Client {
        MODERN,
        LEGACY,
        IN_A_SESSION,
        WITH_A_BATCH,
        OF_TWO_URLS
    }

    GoneClientTest(@TempDir Path data) throws IOException {
        running = new RunningGateway(data);
    }

    @BeforeAll
    static void start() {
        demo = TestOrg.inMidMonth();
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @AfterEach
    void end() throws Exception {
        demo.org().play("name: calm");
        running.close();
    }

    @ParameterizedTest
    @EnumSource
    void whateverClientItIsTheOrgIsLeft(Client client) throws Exception {
        try (BadOrg silent = new BadOrg(BadOrg.Way.SILENT)) {
            running.connect("silent", "Silent org", silent.address(), new SignIn.PastedSession("any"));
            String url = running.manage("POST", "silent/mcp", "{\"name\": \"A\"}")
                    .json()
                    .path("url")
                    .asText();
            Closeable leaving = comes(client, url);
            await(() -> silent.held() == 1);

            leaving.close();

            await(() -> silent.held() == 0);
            assertThat(List.of(cancelled(QUERY))).isEqualTo(calls(QUERY));
            assertThat(silent.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aLaterPageIsNotWaitedFor() throws Exception {
        String url = demoServer();
        String cursor = running.call(url, QUERY, "{" + CONTACTS + ", \"limit\": 2}")
                .json()
                .at("/result/structuredContent/next_cursor")
                .asText();
        assertThat(cursor).isNotEmpty();

        List<Exchange> sent = leftWhile("GET", url, QUERY, "{" + CONTACTS + ", \"next_cursor\": \"" + cursor + "\"}");

        assertThat(sent).singleElement().satisfies(page -> assertThat(page.failure())
                .contains("was cancelled"));
    }

    @Test
    void manyRecordsAreSaidToBePerhapsMade() throws Exception {
        String records = IntStream.range(0, 200)
                .mapToObj(i -> "{\"Subject\": \"No " + i + "\"}")
                .collect(Collectors.joining(","));

        List<Exchange> sent = leftWhile(
                "POST",
                demoServer(),
                "create_many_salesforce_records",
                "{\"object_name\": \"Task\", \"records\": [" + records + "]}");

        assertThat(sent.getLast().url()).contains("/composite/sobjects");
        assertThat(sent.getLast().failure()).contains("was cancelled. It may have been carried out");
    }

    @Test
    void aCallOfManyRequestsEndsAtTheOneThatIsUnderWay() throws Exception {
        List<Exchange> sent = leftWhile("POST", demoServer(), "create_a_salesforce_custom_field", """
                {"object_name": "Account", "DeveloperName": "Left", "Metadata": {"type": "Date", "label": "Left"}}""");

        assertThat(sent.getLast().method()).isEqualTo("POST");
        assertThat(sent.getLast().url()).endsWith("/tooling/sobjects/CustomField");
        assertThat(sent.getLast().failure()).contains("was cancelled. It may have been carried out");
    }

    /** Calls a tool, and leaves while the org takes its time for a request of that method. */
    private List<Exchange> leftWhile(String method, String url, String tool, String arguments) throws Exception {
        demo.org()
                .play("name: slow\nrules:\n  - answer: slow\n    millis: 600000\n    method: " + method
                        + "\n    path: /services/data/**\n");
        Call call = posted(url, call(tool, arguments), Map.of());
        await(() -> demo.get("/demo/faults").body().findPath("struck").asInt() == 1);
        call.cancel();
        return running.trace.exchanges(cancelled(tool).id());
    }

    private String demoServer() throws IOException {
        running.connect(
                "well",
                "Well org",
                demo.org().uri(),
                new SignIn.PastedSession(demo.org().accessToken()));
        return running.manage("POST", "well/mcp", "{\"name\": \"A\"}")
                .json()
                .path("url")
                .asText();
    }

    /** Makes a client call a tool; to be closed when it goes. */
    private Closeable comes(Client client, String url) throws Exception {
        String call = call(QUERY, "{" + CONTACTS + "}");
        return switch (client) {
            case LEGACY -> posted(url, call, Map.of())::cancel;
            case IN_A_SESSION -> {
                String session = running.post(url, INITIALIZE, Map.of()).header("mcp-session-id");
                yield posted(url, call, Map.of("Mcp-Session-Id", session))::cancel;
            }
            case WITH_A_BATCH -> posted(url, "[" + call + "," + call + "," + call + "]", Map.of())::cancel;
            case MODERN -> {
                String envelope = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                        + "\"io.modelcontextprotocol/clientCapabilities\":{}},";
                yield posted(
                                url,
                                call.replace("\"params\":{", "\"params\":{" + envelope),
                                Map.of(
                                        "MCP-Protocol-Version",
                                        "2026-07-28",
                                        "Mcp-Method",
                                        "tools/call",
                                        "Mcp-Name",
                                        QUERY))::cancel;
            }
            case OF_TWO_URLS -> {
                Response stream = running.http
                        .newCall(new Request.Builder().url(url + "/sse").build())
                        .execute();
                String messages;
                do {
                    messages = stream.body().source().readUtf8LineStrict();
                } while (!messages.startsWith("data:"));
                URI there = URI.create(url)
                        .resolve(messages.substring("data:".length()).strip());
                assertThat(running.post(there.toString(), call, Map.of()).status())
                        .isEqualTo(202);
                yield stream;
            }
        };
    }

    private Call posted(String url, String body, Map<String, String> headers) {
        Request.Builder request = new Request.Builder()
                .url(url)
                .header("Accept", "application/json, text/event-stream")
                .post(RequestBody.create(body, MediaType.get("application/json")));
        headers.forEach(request::header);
        Call call = running.http.newCall(request.build());
        Thread.ofVirtual().start(() -> {
            try (Response response = call.execute()) {
                assertThat(response.code()).as("nobody waited for this").isZero();
            } catch (IOException left) {
                // What this test is about.
            }
        });
        return call;
    }

    /** Waits for a call's end, which must have come by the client's going. */
    private Message cancelled(String tool) throws Exception {
        await(() -> calls(tool).stream().allMatch(message -> message.result() != null));
        return calls(tool).stream()
                .filter(message -> String.valueOf(
                                requireNonNull(message.result()).failure())
                        .contains("ancelled"))
                .reduce((one, other) -> fail("Two were cancelled: " + one + other))
                .orElseThrow();
    }

    private List<Message> calls(String tool) {
        return running.trace.messages().stream()
                .filter(message -> message.title().equals(tool))
                .toList();
    }

    private static String call(String tool, String arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + "}}";
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
