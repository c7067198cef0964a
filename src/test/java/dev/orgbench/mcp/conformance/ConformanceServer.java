package dev.orgbench.mcp.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.http.LoopbackServer;
import dev.orgbench.mcp.CallOutcome;
import dev.orgbench.mcp.Caller;
import dev.orgbench.mcp.Change;
import dev.orgbench.mcp.Completion;
import dev.orgbench.mcp.Feature;
import dev.orgbench.mcp.McpService;
import dev.orgbench.mcp.Prompt;
import dev.orgbench.mcp.RefusedException;
import dev.orgbench.mcp.Resource;
import dev.orgbench.mcp.ToolDescriptor;
import dev.orgbench.mcp.server.McpEndpoint;
import dev.orgbench.mcp.server.OriginPolicy;
import java.io.IOException;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The server that the official conformance suite is run against: the fixtures that it wants, on the product's classes. */
public final class ConformanceServer implements AutoCloseable {
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final FixtureTools tools = new FixtureTools(change -> listeners.forEach(each -> each.accept(change)));
    private final LoopbackServer server;

    private ConformanceServer(int port) throws IOException {
        McpEndpoint endpoint = new McpEndpoint(new byte[32]);
        OriginPolicy origins = new OriginPolicy(host -> false);
        Service service = new Service();
        server = LoopbackServer.start("conformance", port, (request, response) -> {
            Optional<String> refusal = origins.refusal(
                    request.header("Origin").orElse(null),
                    request.header("Host").orElse(null));
            if (refusal.isPresent()) {
                response.status(403).sendText(refusal.get());
                return;
            }
            switch (request.path()) {
                case "/mcp" -> endpoint.handle(request, response, service);
                case "/mcp/sse" -> endpoint.twoUrls().stream(request, response, service, "/mcp/messages");
                case "/mcp/messages" -> endpoint.twoUrls().message(request, response, service);
                default -> response.status(404).sendText("Nothing is here");
            }
        });
    }

    public static ConformanceServer start() throws IOException {
        return new ConformanceServer(0);
    }

    /** By name: the suite's test of DNS rebinding wants it so. */
    public URI url() {
        return URI.create("http://localhost:" + server.port() + "/mcp");
    }

    @Override
    public void close() {
        server.close();
    }

    /** Puts it up for whoever wants to run the suite by hand, and prints its URL. */
    public static void main(String[] args) throws Exception {
        try (ConformanceServer server = new ConformanceServer(args.length == 0 ? 0 : Integer.parseInt(args[0]))) {
            System.out.println(server.url());
            new CountDownLatch(1).await();
        }
    }

    private final class Service implements McpService {
        @Override
        public ServerInfo info() {
            return new ServerInfo("orgbench-conformance", "Orgbench", "1.0.0", "Fixtures");
        }

        @Override
        public String id() {
            return "conformance";
        }

        @Override
        public Set<Feature> features() {
            return EnumSet.allOf(Feature.class);
        }

        @Override
        public Subscription subscribe(Consumer<Change> listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }

        @Override
        public Handling begin(Inbound message) {
            return new Fixtures();
        }
    }

    private final class Fixtures implements McpService.Handling {
        @Override
        public List<ToolDescriptor> tools() {
            return tools.list();
        }

        @Override
        public CallOutcome call(String tool, ObjectNode arguments, Caller caller) throws RefusedException {
            return tools.call(tool, arguments, caller);
        }

        @Override
        public List<Prompt> prompts() {
            return FixtureTexts.prompts();
        }

        @Override
        public Prompt.Filled prompt(String name, Map<String, String> arguments, Caller caller) throws RefusedException {
            return FixtureTexts.prompt(name, arguments, caller);
        }

        @Override
        public Resource.Page resources(@Nullable String cursor) {
            return new Resource.Page(FixtureTexts.resources(), null);
        }

        @Override
        public List<Resource.Template> resourceTemplates() {
            return FixtureTexts.templates();
        }

        @Override
        public Resource.Contents read(String uri, Caller caller) throws RefusedException {
            return FixtureTexts.read(uri);
        }

        @Override
        public Completion complete(Completion.Asked asked) {
            return FixtureTexts.complete(asked);
        }

        @Override
        public Map<String, String> headers() {
            return Map.of();
        }

        @Override
        public void answered(
                @Nullable String failure,
                int httpStatus,
                Map<String, String> headers,
                @Nullable JsonNode response,
                String text) {}
    }
}
