package dev.orgbench.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

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
        assertThat(json.fieldNames()).toIterable().containsExactly("jsonrpc", "id", "error");
        return json.path("error");
    }
}
