package dev.orgbench.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.client.McpAnswer;
import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.mcp.client.McpException;
import dev.orgbench.salesforce.ApiUsage;
import dev.orgbench.tools.Method;
import dev.orgbench.tools.Tool;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.shell.UsageFeed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An MCP server and its org in one, that answers as the real ones do and leaves the same trace. For tests of the window. */
public final class FakeServer implements McpClient, UsageFeed {
    /** A query that holds this word is not answered until {@link #release} or an interrupt. */
    public static final String SLOW = "SLOW";

    private static final long ALLOWED = 15_000;
    private static final String BASE = "http://127.0.0.1:7421/services/data/v62.0";

    private final Trace trace;
    private final AtomicLong used = new AtomicLong(138);
    private final List<Consumer<ApiUsage>> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch slow = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private volatile @Nullable String outage;

    public FakeServer(Trace trace) {
        this.trace = trace;
    }

    /** From now on nothing answers, for this reason; null ends it. */
    public void breakDown(@Nullable String reason) {
        outage = reason;
    }

    /** Lets slow calls go on. */
    public void release() {
        slow.countDown();
    }

    /** Opens when a slow call was interrupted. */
    public CountDownLatch interrupted() {
        return interrupted;
    }

    @Override
    public List<JsonNode> listTools() throws McpException {
        failIfDown();
        try (InputStream in = FakeServer.class.getResourceAsStream("tools.json")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            List<JsonNode> tools = new ArrayList<>();
            JsonText.parse(text).forEach(tools::add);
            return tools;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonText.Malformed e) {
            throw new IllegalStateException(e.text(), e);
        }
    }

    /** What the tools were made from. */
    public List<Tool> origins() {
        try {
            return listTools().stream().map(FakeServer::origin).toList();
        } catch (McpException e) {
            return List.of();
        }
    }

    @Override
    public McpAnswer callTool(String name, ObjectNode arguments) throws McpException {
        return call("Orgbench", name, arguments);
    }

    /** A call by some client. */
    public McpAnswer call(String client, String name, ObjectNode arguments) throws McpException {
        failIfDown();
        ObjectNode request = JsonText.NODES.objectNode();
        request.put("jsonrpc", "2.0").put("id", 7).put("method", "tools/call");
        request.putObject("params").put("name", name).set("arguments", arguments);
        long from = System.nanoTime();
        Trace.Open open = trace.begin("Demo org", client, "tools/call", name, JsonText.compact(request));
        waitIfSlow(arguments);
        FakeAnswers.Outcome outcome = FakeAnswers.of(name, arguments);
        for (FakeAnswers.Sent sent : outcome.sent()) {
            exchange(open, sent);
        }
        ObjectNode response = JsonText.NODES.objectNode();
        response.put("jsonrpc", "2.0").put("id", 7);
        ObjectNode result = response.putObject("result");
        result.putArray("content").addObject().put("type", "text").put("text", outcome.text());
        if (outcome.structured() != null) {
            result.set("structuredContent", outcome.structured());
        }
        result.put("isError", outcome.failure() != null);
        ObjectNode limits = result.putObject("_meta").putObject("dev.orgbench/ratelimit");
        limits.put("ratelimit-limit", ALLOWED).put("ratelimit-remaining", ALLOWED - used.get());
        open.answered(outcome.failure(), 200, JsonText.compact(response), outcome.summary());
        return new McpAnswer(
                request, response, 200, headers(open.messageId()), Duration.ofNanos(System.nanoTime() - from));
    }

    /** A message that is no call. */
    public void message(String client, String method, String summary) {
        Trace.Open open = trace.begin(
                "Demo org", client, method, null, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\"}");
        pause(2);
        open.answered(null, 200, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}", summary);
    }

    @Override
    public Optional<ApiUsage> latest() {
        return Optional.of(usage());
    }

    @Override
    public Trace.Subscription subscribe(Consumer<ApiUsage> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        release();
    }

    private ApiUsage usage() {
        return new ApiUsage(used.get(), ALLOWED, Instant.now());
    }

    private void exchange(Trace.Open open, FakeAnswers.Sent sent) {
        Instant started = Instant.now();
        long from = System.nanoTime();
        pause(sent.millis());
        long count = used.incrementAndGet();
        listeners.forEach(listener -> listener.accept(usage()));
        open.record(new Exchange(
                open.messageId(),
                started,
                Duration.ofNanos(System.nanoTime() - from),
                sent.method(),
                BASE + sent.path(),
                List.of(
                        new Exchange.Header("Authorization", "Bearer 00D…masked"),
                        new Exchange.Header("Accept", "application/json")),
                sent.body(),
                sent.status(),
                List.of(
                        new Exchange.Header("Content-Type", "application/json;charset=UTF-8"),
                        new Exchange.Header("Sforce-Limit-Info", "api-usage=" + count + "/" + ALLOWED)),
                sent.answer(),
                null));
    }

    private Map<String, List<String>> headers(long message) {
        String left = Long.toString(ALLOWED - used.get());
        return Map.of(
                "content-type", List.of("application/json"),
                "ratelimit-limit", List.of(Long.toString(ALLOWED)),
                "ratelimit-remaining", List.of(left),
                "ratelimit", List.of("\"api\";r=" + left),
                "ratelimit-policy", List.of("\"api\";q=15000;w=86400"),
                "orgbench-message", List.of(Long.toString(message)));
    }

    private void failIfDown() throws McpException {
        String reason = outage;
        if (reason != null) {
            throw new McpException(reason);
        }
    }

    private void waitIfSlow(ObjectNode arguments) throws McpException {
        if (!arguments.path("q").asText().contains(SLOW)) {
            return;
        }
        try {
            slow.await();
        } catch (InterruptedException e) {
            interrupted.countDown();
            Thread.currentThread().interrupt();
            throw new McpException("The call was cancelled.", e);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Tool origin(JsonNode entry) {
        String name = entry.path("name").asText();
        boolean metadata = name.contains("custom") || name.contains("describe") || name.contains("objects");
        Method method = name.startsWith("list")
                ? Method.LIST
                : name.startsWith("get")
                        ? Method.GET
                        : name.startsWith("create")
                                ? Method.CREATE
                                : name.startsWith("delete") ? Method.DELETE : Method.UPDATE;
        JsonNode hints = entry.path("annotations");
        Set<String> tags = name.contains("limits")
                ? Set.of("limits")
                : metadata ? Set.of("records", "metadata") : Set.of("records");
        return new Tool(
                name,
                entry.path("title").asText(),
                entry.path("description").asText(),
                method,
                "query",
                name.contains("custom") ? Set.of("metadata") : tags,
                (ObjectNode) entry.get("inputSchema"),
                (ObjectNode) entry.get("outputSchema"),
                hints.path("readOnlyHint").asBoolean(),
                hints.path("destructiveHint").asBoolean(),
                hints.path("idempotentHint").asBoolean(),
                false,
                "# One method of a resource\nresource: query\nmethod: list\ntags: [records]\nhttp: GET /query\nquery:\n  q:\n    type: string\n    required: true\n    doc: \"The SOQL query.\"\npaging: cursor\n",
                null);
    }
}
