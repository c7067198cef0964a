package dev.orgbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.orgbench.app.Orgbench;
import dev.orgbench.app.Settings;
import dev.orgbench.gateway.McpServer;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import dev.orgbench.trace.TraceEvent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The demo org and a gateway in this process on free ports, an MCP client for it, and a look at the demo org past
 * Orgbench. For a static field with {@code @RegisterExtension}: started once for a class, and closed after it.
 */
public final class ServedDemoOrg implements AfterAllCallback {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DATA = "/services/data/v62.0/";

    private final OkHttpClient http = new OkHttpClient();
    private final Path data;
    private final Orgbench orgbench;
    private final OfficialClient agent;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private ServedDemoOrg(Path data, Orgbench orgbench) {
        this.data = data;
        this.orgbench = orgbench;
        this.agent = new OfficialClient(orgbench.mcpUrl());
        Set<Long> calls = ConcurrentHashMap.newKeySet();
        orgbench.trace().subscribe(event -> {
            switch (event) {
                // The client asks for lists by itself when it is told that they have changed.
                case TraceEvent.Started(Message message)
                when message.method().equals("tools/call") -> calls.add(message.id());
                case TraceEvent.Exchanged(Exchange exchange)
                when calls.contains(exchange.messageId()) ->
                    requests.add(exchange.method() + " "
                            + URI.create(exchange.url()).getRawPath() + " " + exchange.status());
                default -> {}
            }
        });
    }

    /** Starts all of it with an org on its first day. */
    public static ServedDemoOrg start() {
        try {
            Path data = Files.createTempDirectory("served-demo-org");
            Settings settings = new Settings(data, 0, 0);
            return new ServedDemoOrg(data, Orgbench.start(settings, Clock.system(ZoneId.systemDefault())));
        } catch (Exception e) {
            throw new AssertionError("Orgbench did not start", e);
        }
    }

    public Orgbench orgbench() {
        return orgbench;
    }

    /** A client of another server for the same org. */
    public OfficialClient client(McpServer.Config config) {
        String token = orgbench.servers()
                .create(orgbench.orgId(), "Another server", config, null)
                .token();
        return new OfficialClient(orgbench.gateway().url(token));
    }

    /** The structured content of a call that must succeed. */
    public JsonNode call(String tool, Map<String, Object> arguments) {
        return agent.call(tool, arguments);
    }

    /** What a model reads of a call that must fail. */
    public String failure(String tool, Map<String, Object> arguments) {
        return agent.failure(tool, arguments);
    }

    /** What a model reads of a call that must fail, before anything is written to the org. */
    public String refusal(String tool, Map<String, Object> arguments) {
        List<String> before = writes();
        String told = agent.failure(tool, arguments);
        if (!writes().equals(before)) {
            throw new AssertionError(tool + " wrote to the org and then said: " + told);
        }
        return told;
    }

    /** The pages of a list, from the first to the end. */
    public List<JsonNode> pages(String tool, Map<String, Object> arguments) {
        List<JsonNode> pages = new ArrayList<>();
        Map<String, Object> next = new HashMap<>(arguments);
        while (true) {
            JsonNode page = call(tool, next);
            pages.add(page);
            if (!page.has("next_cursor")) {
                return pages;
            }
            next.put("next_cursor", page.path("next_cursor").asText());
        }
    }

    /** What the demo org itself answers to a GET; {@code path} lies below {@code /services/data/v62.0/}. */
    public JsonNode org(String path) throws IOException {
        return send(request(DATA + path).get());
    }

    /** The records of a query that the demo org itself answers. */
    public JsonNode records(String soql) throws IOException {
        HttpUrl url = HttpUrl.get(orgbench.demoUrl() + DATA + "query")
                .newBuilder()
                .addQueryParameter("q", soql)
                .build();
        return send(request(DATA).url(url)).path("records");
    }

    /** Sends the demo org itself some JSON. */
    public JsonNode post(String path, String json) throws IOException {
        return send(request(DATA + path).post(RequestBody.create(json, MediaType.get("application/json"))));
    }

    /** Changes something of the demo org itself. */
    public void patch(String path, String json) throws IOException {
        send(request(DATA + path).patch(RequestBody.create(json, MediaType.get("application/json"))));
    }

    /** From now on this happens to requests: a rule of a scenario, as {@code {answer: unavailable}}. */
    public void trouble(String rule) throws IOException {
        send(request("/demo/faults").post(RequestBody.create(rule, MediaType.get("application/yaml"))));
    }

    /** All trouble ends. */
    public void calm() throws IOException {
        send(request("/demo/faults").delete());
    }

    /** The requests that tools sent to the org until now, as {@code GET /services/data/v62.0/limits 200}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Those that could have changed something. */
    public List<String> writes() {
        return requests().stream()
                .filter(request -> !request.startsWith("GET ") && !request.contains("/oauth2/"))
                .toList();
    }

    private Request.Builder request(String path) {
        return new Request.Builder()
                .url(orgbench.demoUrl() + path)
                .header("Authorization", "Bearer " + orgbench.demoAccessToken());
    }

    private JsonNode send(Request.Builder request) throws IOException {
        try (Response response = http.newCall(request.build()).execute()) {
            String body = response.body().string();
            if (response.code() >= 400) {
                throw new IOException(response.code() + " " + body);
            }
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        agent.close();
        orgbench.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
