package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** A server that answers as a test says, message by message. */
final class ScriptedServer implements AutoCloseable {
    static final String DISCOVERED = """
        {"resultType":"complete","supportedVersions":["2026-07-28"],"capabilities":{"tools":{"listChanged":true}},\
        "ttlMs":0,"cacheScope":"private","instructions":"Be kind.",\
        "_meta":{"io.modelcontextprotocol/serverInfo":{"name":"scripted","version":"2"}}}\
        """;
    static final String INITIALIZED = """
        {"protocolVersion":"2025-06-18","capabilities":{"tools":{"listChanged":true}},\
        "serverInfo":{"name":"scripted","version":"1"}}\
        """;

    private static final JsonMapper JSON = new JsonMapper();

    private final MockWebServer server = new MockWebServer();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    /**
     * A message that came.
     *
     * @param json an empty object where there was no body
     */
    record Heard(RecordedRequest http, JsonNode json) {
        /** The JSON-RPC method, or HTTP's where there is none. */
        String method() {
            return json.path("method").asText(http.getMethod());
        }

        @Nullable
        String header(String name) {
            return http.getHeaders().get(name);
        }

        MockResponse result(String result) {
            return body(200, "{\"jsonrpc\":\"2.0\",\"id\":" + json.path("id") + ",\"result\":" + result + "}");
        }

        MockResponse error(int status, int code, String message, String data) {
            return body(
                    status,
                    "{\"jsonrpc\":\"2.0\",\"id\":" + json.path("id") + ",\"error\":{\"code\":" + code
                            + ",\"message\":\"" + message + "\",\"data\":" + data + "}}");
        }
    }

    ScriptedServer(Function<Heard, MockResponse> script) throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                Heard each = new Heard(request, parsed(request));
                heard.add(each);
                return script.apply(each);
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    HttpMcpClient client(Protocol protocol, @Nullable Elicitation elicitation) {
        return HttpMcpClient.connect(
                new McpAddress(server.url("/mcp/9f3c0123456789abcdef").uri(), List.of(), protocol),
                "Orgbench",
                "0.1.0",
                elicitation,
                Duration.ofSeconds(2));
    }

    List<Heard> heard() {
        return heard;
    }

    List<String> methods() {
        return heard.stream().map(Heard::method).toList();
    }

    static MockResponse body(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    static MockResponse status(int status) {
        return new MockResponse.Builder().code(status).build();
    }

    /** A stream of events, each a line of JSON. */
    static MockResponse stream(String... events) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .body("data: " + String.join("\n\ndata: ", events) + "\n\n")
                .build();
    }

    @Override
    public void close() {
        server.close();
    }

    private static JsonNode parsed(RecordedRequest request) {
        try {
            return request.getBody() == null || request.getBody().size() == 0
                    ? JSON.createObjectNode()
                    : JSON.readTree(request.getBody().utf8());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
