package dev.orgbench.mcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Posts what a test wrote, byte for byte, and checks the shape of what every JSON-RPC answer has. */
final class RawClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;

    RawClient(URI url) {
        this.url = url;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    HttpRequest.Builder builder() {
        return HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream");
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(builder().POST(BodyPublishers.ofString(body)));
    }

    /** The answer to a request of the modern era: the envelope and the headers that it needs are added to {@code params}. */
    HttpResponse<String> modern(String method, String params) throws IOException, InterruptedException {
        return send(modernBuilder(method, params).POST(BodyPublishers.ofString(modernBody(method, params))));
    }

    HttpRequest.Builder modernBuilder(String method, String params) throws IOException {
        JsonNode json = JSON.readTree(params);
        HttpRequest.Builder request =
                builder().header("MCP-Protocol-Version", "2026-07-28").header("Mcp-Method", method);
        String name = json.path("name").asText(json.path("uri").asText());
        return name.isEmpty() ? request : request.header("Mcp-Name", name);
    }

    /** Capabilities that {@code params} declares in its own {@code _meta} are kept. */
    static String modernBody(String method, String params) throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree(params);
        ObjectNode meta = json.withObjectProperty("_meta");
        meta.put("io.modelcontextprotocol/protocolVersion", "2026-07-28");
        meta.withObjectProperty("io.modelcontextprotocol/clientCapabilities");
        return request(method, json.toString());
    }

    /** Sends a message and gives the events of the answer, each as it comes; ends with the stream. */
    BlockingQueue<JsonNode> events(HttpRequest.Builder request) {
        BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> {
            try {
                http.send(request.build(), BodyHandlers.ofLines())
                        .body()
                        .filter(line -> line.startsWith("data:"))
                        .forEach(line -> events.add(json(line.substring("data:".length()))));
            } catch (IOException | UncheckedIOException | InterruptedException ended) {
                // The test ends before the stream does.
            }
        });
        return events;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            return TextNode.valueOf(text.strip());
        }
    }

    static String request(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    JsonNode result(String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode json = JSON.readTree(answer.body());
        assertThat(json.fieldNames()).toIterable().containsExactly("jsonrpc", "id", "result");
        return json.path("result");
    }

    static JsonNode error(int status, HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode json = JSON.readTree(answer.body());
        assertThat(json.fieldNames()).toIterable().contains("jsonrpc", "error").isSubsetOf("jsonrpc", "id", "error");
        assertThat(json.path("id").isNull()).as("MCP has no null ids").isFalse();
        return json.path("error");
    }
}
