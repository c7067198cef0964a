package dev.orgbench.connect.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** One {@code initialize}, and nothing more: what a client sends first. Follows no redirect and keeps no session. */
final class Ping {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long LONGEST = 64_000;

    private final OkHttpClient http;
    private final String version;

    /** Each request may take as long as {@code limit}. */
    Ping(OkHttpClient http, String version, Duration limit) {
        this.http = http.newBuilder().callTimeout(limit).followRedirects(false).build();
        this.version = version;
    }

    /**
     * What came back.
     *
     * @param status the HTTP status
     * @param body the JSON of the answer; missing if it was none
     * @param took until the whole answer was there
     */
    record Reply(int status, JsonNode body, Duration took) {
        /** Whether an MCP server of ours has answered. */
        boolean isOurs() {
            return status == 200 && body.at("/result/serverInfo/name").asText().equals("orgbench");
        }
    }

    Reply initialize(URI url) throws IOException {
        String message = JSON.createObjectNode()
                .put("jsonrpc", "2.0")
                .put("id", 1)
                .put("method", "initialize")
                .<ObjectNode>set("params", params())
                .toString();
        return send(new Request.Builder()
                .url(url.toString())
                .header("Accept", "application/json, text/event-stream")
                .post(RequestBody.create(message, MediaType.get("application/json")))
                .build());
    }

    /** Asks the gateway whether it is there, by the name {@code host}. */
    Reply health(URI gateway, String host) throws IOException {
        return send(new Request.Builder()
                .url(gateway.resolve("/healthz").toString())
                .header("Host", host)
                .build());
    }

    private JsonNode params() {
        ObjectNode params = JSON.createObjectNode().put("protocolVersion", "2025-11-25");
        params.putObject("capabilities");
        params.putObject("clientInfo").put("name", "Orgbench doctor").put("version", version);
        return params;
    }

    private Reply send(Request request) throws IOException {
        long start = System.nanoTime();
        try (Response response = http.newCall(request).execute()) {
            String text = response.peekBody(LONGEST).string();
            return new Reply(response.code(), json(text), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static JsonNode json(String text) {
        try {
            JsonNode read = JSON.readTree(text);
            return read == null ? MissingNode.getInstance() : read;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
