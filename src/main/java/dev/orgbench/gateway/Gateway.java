package dev.orgbench.gateway;

import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
import dev.orgbench.http.LoopbackServer;
import dev.orgbench.mcp.McpEndpoint;
import dev.orgbench.mcp.OriginPolicy;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.Orgs;
import dev.orgbench.tools.ToolCatalogue;
import dev.orgbench.trace.Trace;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The HTTP face of Orgbench: {@code /mcp/{token}} for agents, {@code /integrated-account/...} for programs that make
 * servers, {@code /healthz}.
 */
public final class Gateway implements AutoCloseable {
    private static final String MCP = "/mcp/";

    private final OriginPolicy origins = new OriginPolicy(Set.of());
    private final McpEndpoint endpoint = new McpEndpoint();
    private final ClientNames clients = new ClientNames();
    private final ServerRegister register;
    private final Orgs orgs;
    private final ToolCatalogue catalogue;
    private final Trace trace;
    private final ManagementApi management;
    private final String version;
    private final Clock clock;
    private final LoopbackServer server;

    /**
     * Starts listening.
     *
     * @param port the port wanted; see {@link LoopbackServer#start}
     * @param managementToken what programs must present to make servers
     * @param version Orgbench's own, as told to clients
     */
    public Gateway(
            int port,
            String managementToken,
            ServerRegister register,
            Orgs orgs,
            ToolCatalogue catalogue,
            Trace trace,
            String version,
            Clock clock)
            throws IOException {
        this.register = register;
        this.orgs = orgs;
        this.catalogue = catalogue;
        this.trace = trace;
        this.management = new ManagementApi(managementToken, register, orgs, catalogue, clock);
        this.version = version;
        this.clock = clock;
        this.server = LoopbackServer.start("gateway", port, this::handle);
    }

    /** {@code http://127.0.0.1:7420}: where management requests go, and what server URLs begin with. */
    public URI uri() {
        return server.uri();
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    /** The URL that a client is given: whoever has it may use the server. */
    public URI url(String token) {
        return url(uri(), token);
    }

    static URI url(URI base, String token) {
        return URI.create(base + MCP + token);
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpRequest request, HttpResponse response) throws IOException {
        Optional<String> refusal = origins.refusal(
                request.header("Origin").orElse(null), request.header("Host").orElse(null));
        if (refusal.isPresent()) {
            new Problem(403, "Forbidden", refusal.get()).send(response);
        } else if (request.path().startsWith(MCP)) {
            mcp(request, response);
        } else if (ManagementApi.owns(request.path())) {
            management.handle(request, response, server.uri());
        } else if (request.path().equals("/healthz")) {
            response.sendText("ok");
        } else {
            new Problem(404, "Not found", "There is nothing here.").send(response);
        }
    }

    private void mcp(HttpRequest request, HttpResponse response) throws IOException {
        Optional<McpServer> found = register.findByToken(request.path().substring(MCP.length()))
                .filter(candidate -> !candidate.isExpired(Instant.now(clock)));
        Optional<Org> org = found.flatMap(candidate -> orgs.find(candidate.orgId()));
        if (found.isEmpty() || org.isEmpty()) {
            // Unknown, expired, without an org: the caller is not told which.
            new Problem(404, "Not found", "There is nothing here.").send(response);
            return;
        }
        endpoint.handle(
                request, response, new ServedOrg(found.get(), org.get(), catalogue, trace, clients, version));
    }
}
