package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.http.LoopbackServer;
import dev.orgbench.mcp.CallOutcome;
import dev.orgbench.mcp.Caller;
import dev.orgbench.mcp.Change;
import dev.orgbench.mcp.Feature;
import dev.orgbench.mcp.McpService;
import dev.orgbench.mcp.RefusedException;
import dev.orgbench.mcp.ToolDescriptor;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An MCP server with a handful of tools, as the gateway would put one up, and a record of how each message ended. */
public final class FixtureServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Ended> news = new LinkedBlockingQueue<>();
    private final CountDownLatch slowCallBegan = new CountDownLatch(1);
    private final CountDownLatch slowCallMayEnd = new CountDownLatch(1);
    private final Service service = new Service();
    private final LoopbackServer server;

    /** How one message ended. */
    public record Ended(
            McpService.Inbound message,
            @Nullable String failure,
            int httpStatus,
            @Nullable JsonNode response) {}

    private FixtureServer(int port) throws IOException {
        McpEndpoint endpoint = new McpEndpoint(new byte[32]);
        this.server = LoopbackServer.start("fixture", port, (request, response) -> {
            if (request.path().equals("/mcp")) {
                endpoint.handle(request, response, service);
            } else {
                response.status(404).sendText("No such server");
            }
        });
    }

    public static FixtureServer start() throws IOException {
        return new FixtureServer(0);
    }

    /** Starts one where another has been. */
    public static FixtureServer startOn(int port) throws IOException {
        return new FixtureServer(port);
    }

    public int port() {
        return server.port();
    }

    public URI url() {
        return server.uri().resolve("/mcp");
    }

    McpService service() {
        return service;
    }

    /** In the order in which they ended. */
    public List<Ended> ended() {
        return List.copyOf(ended);
    }

    /** Waits for the next end of a message of this method. */
    public Ended awaitEnded(String method) throws InterruptedException {
        Ended next = news.take();
        while (!next.message().method().equals(method)) {
            next = news.take();
        }
        return next;
    }

    /** Waits until the tool {@code slow} runs. */
    public void awaitSlowCall() throws InterruptedException {
        slowCallBegan.await();
    }

    @Override
    public void close() {
        slowCallMayEnd.countDown();
        server.close();
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ToolDescriptor tool(String name, String description) {
        return new ToolDescriptor(
                name,
                "Title of " + name,
                description,
                json("{\"type\":\"object\",\"properties\":{\"text\":{\"type\":\"string\"}}}"),
                json("{\"type\":\"object\",\"properties\":{\"echo\":{\"type\":\"object\"}},\"required\":[\"echo\"]}"),
                new ToolDescriptor.Hints(true, false, true, false),
                json("{\"orgbench/tags\":[\"records\"]}"));
    }

    private final class Service implements McpService {
        @Override
        public ServerInfo info() {
            return new ServerInfo("orgbench", "Orgbench", "0.1.0", "Ask describe before you query.");
        }

        @Override
        public String id() {
            return "fixture";
        }

        @Override
        public Set<Feature> features() {
            return Set.of();
        }

        @Override
        public Subscription subscribe(Consumer<Change> listener) {
            return () -> {};
        }

        @Override
        public Handling begin(Inbound message) {
            if (message.method().equals("notifications/unbeginnable")) {
                throw new IllegalStateException("secret: begin");
            }
            return new Turn(message);
        }

        private final class Turn implements Handling {
            private final Inbound message;

            Turn(Inbound message) {
                this.message = message;
            }

            @Override
            public List<ToolDescriptor> tools() {
                return List.of(tool("echo", "Says it again"), tool("fail", "Fails"), tool("slow", "Takes its time"));
            }

            @Override
            public CallOutcome call(String tool, ObjectNode arguments, Caller caller) throws RefusedException {
                return switch (tool) {
                    case "echo" -> {
                        ObjectNode structured = json("{}").set("echo", arguments);
                        yield new CallOutcome(
                                structured.toString(),
                                structured,
                                false,
                                json("{\"took\":1}"),
                                Map.of("ratelimit-remaining", "99"));
                    }
                    case "fail" ->
                        new CallOutcome(
                                "\n  MALFORMED_QUERY: unexpected token\nTry LIMIT.", null, true, json("{}"), Map.of());
                    case "slow" -> slow();
                    case "throws" -> throw new IllegalStateException("secret: call");
                    case "overflows" -> throw new StackOverflowError("secret: stack");
                    default -> throw RefusedException.unknownTool(tool);
                };
            }

            private CallOutcome slow() {
                slowCallBegan.countDown();
                try {
                    slowCallMayEnd.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return new CallOutcome("{}", json("{\"echo\":{}}"), false, json("{}"), Map.of());
            }

            @Override
            public Map<String, String> headers() {
                return Map.of("ratelimit-limit", "100");
            }

            @Override
            public void answered(
                    @Nullable String failure,
                    int httpStatus,
                    Map<String, String> headers,
                    @Nullable JsonNode response,
                    String text) {
                Ended end = new Ended(message, failure, httpStatus, response);
                ended.add(end);
                news.add(end);
                if (message.method().equals("notifications/unrecordable")) {
                    throw new IllegalStateException("secret: answered");
                }
            }
        }
    }
}
