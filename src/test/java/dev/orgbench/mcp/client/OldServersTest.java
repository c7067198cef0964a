package dev.orgbench.mcp.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that speak HTTP/1.0: the end of the body is the end of the connection (RFC 9112, 6.3). */
@Timeout(30)
class OldServersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n",
                "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n",
                "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\nContent-Length: LENGTH\r\n",
            })
    void anAnswerThatEndsWithItsConnectionIsWhole(String head) throws Exception {
        try (OldServer server = new OldServer(message -> answer(head, message));
                HttpMcpClient client = HttpMcpClient.connect(server.uri(), "Orgbench", "0.1.0", Map.of())) {
            assertThat(client.listTools()).hasSize(1);
            assertThat(client.callTool("a", JSON.createObjectNode()).response().at("/result/tools"))
                    .hasSize(1);
        }
    }

    private static String answer(String head, String message) {
        JsonNode json = parsed(message);
        if (!json.has("id")) {
            return "HTTP/1.0 202 Accepted\r\n\r\n";
        }
        String result = json.path("method").asText().equals("initialize")
                ? "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"serverInfo\":{\"name\":\"old\",\"version\":\"1\"}}"
                : "{\"tools\":[{\"name\":\"a\"}]}";
        String body = "{\"jsonrpc\":\"2.0\",\"id\":" + json.path("id") + ",\"result\":" + result + "}";
        return head.replace("LENGTH", String.valueOf(body.length())) + "\r\n" + body;
    }

    private static JsonNode parsed(String message) {
        try {
            return JSON.readTree(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
