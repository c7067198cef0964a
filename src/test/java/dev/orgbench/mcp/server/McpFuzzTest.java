package dev.orgbench.mcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orgbench.mcp.conformance.ConformanceServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * Whatever is posted, the answer is a right one: no failure of ours, nothing of the inside, and soon. A build tries the
 * inputs that are kept beside this class; {@code JAZZER_FUZZ=1 mvn test -Dtest=McpFuzzTest#anyBodyIsAnsweredRight -Djazzer.hooks=true} looks for others.
 */
class McpFuzzTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> RIGHT = Set.of(200, 202, 204, 400, 404, 405, 406, 413, 415, 431);
    private static final List<String> HEADERS =
            List.of("MCP-Protocol-Version", "Mcp-Method", "Mcp-Name", "Mcp-Session-Id");

    private static final int LONGEST_HEADER = 8_000;

    private static ConformanceServer server;
    private static RawClient client;

    @BeforeAll
    static void start() throws IOException {
        server = ConformanceServer.start();
        client = new RawClient(server.url());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @FuzzTest(maxDuration = "2m")
    void anyBodyIsAnsweredRight(byte[] body) throws Exception {
        String told = new String(body, StandardCharsets.UTF_8);
        // Those wait for ever, as they should.
        if (told.contains("subscriptions/listen") && told.contains("Changed")) {
            return;
        }
        assertRight(client.builder().POST(BodyPublishers.ofByteArray(body)));
        if (told.contains("2026-07-28")) {
            JsonNode json = tree(body);
            assertRight(client.builder()
                    .header("MCP-Protocol-Version", "2026-07-28")
                    .header("Mcp-Method", headerOf(json.path("method").asText()))
                    .header("Mcp-Name", headerOf(json.at("/params/name").asText()))
                    .POST(BodyPublishers.ofByteArray(body)));
        }
    }

    @FuzzTest(maxDuration = "2m")
    void anyHeadersAreAnsweredRight(byte[] lines) throws Exception {
        List<String> values = new String(lines, StandardCharsets.ISO_8859_1)
                .lines()
                .limit(HEADERS.size())
                .toList();
        HttpRequest.Builder request = client.builder();
        for (int i = 0; i < values.size(); i++) {
            String value = headerOf(values.get(i));
            if (!value.isBlank()) {
                request.header(HEADERS.get(i), value);
            }
        }
        assertRight(request.copy().POST(BodyPublishers.ofString(RawClient.request("tools/list", "{}"))));
        assertRight(request.copy()
                .POST(BodyPublishers.ofString(RawClient.modernBody("tools/call", "{\"name\":\"test_simple_text\"}"))));
        assertRight(request.copy().DELETE());
    }

    private static void assertRight(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = client.send(request.timeout(Duration.ofSeconds(5)));

        assertThat(RIGHT).as(answer.body()).contains(answer.statusCode());
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "dev.orgbench", "-32603");
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            return JSON.createObjectNode();
        }
    }

    /** What of a text HTTP lets a client send. */
    private static String headerOf(String text) {
        String value = text.chars()
                .filter(c -> c >= ' ' && c < 0x7f)
                .limit(LONGEST_HEADER)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return value.isEmpty() ? "-" : value;
    }
}
