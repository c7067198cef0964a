package dev.orgbench.gateway;

import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
import dev.orgbench.http.LoopbackServer;
import dev.orgbench.mcp.server.OriginPolicy;
import dev.orgbench.orgs.Orgs;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Trace;
import dev.orgbench.trace.TraceEvent;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The HTTP face of Orgbench: {@code /mcp/{token}} for agents, {@code /integrated-account/...} for programs that make
 * servers, {@code /healthz}, {@code /readyz} and {@code /metrics}. What comes in by a tunnel reaches the first alone.
 */
public final class Gateway implements AutoCloseable {
    /** What tunnels and proxies add to a request, also those that show it under this machine's own name. */
    private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host");

    private final PublicHosts publicHosts = new PublicHosts();
    private final OriginPolicy origins = new OriginPolicy(publicHosts::allows);
    private final McpDoor door;
    private final ManagementApi management;
    private final Meters meters = new Meters();
    private final Ceilings ceilings = new Ceilings(System::nanoTime);
    private final HealthPages health;
    private final ServerRegister.Subscription changes;
    private final Trace.Subscription exchanges;
    private final LoopbackServer server;
    private final ExpiryWatch expiry;

    /**
     * Starts listening, and purging what expires.
     *
     * @param port the port wanted; see {@link LoopbackServer#start}
     * @param managementToken what programs must present to make servers; it serves as an API token of every server too,
     *     on this machine
     * @param signingKey signs what clients keep for us, as sessions; gateways that share it go on with each other's
     * @param version Orgbench's own, as told to clients
     */
    public Gateway(
            int port,
            String managementToken,
            byte[] signingKey,
            ServerRegister register,
            Orgs orgs,
            Offer offer,
            Trace trace,
            String version,
            Clock clock)
            throws IOException {
        this.door = new McpDoor(
                managementToken,
                signingKey,
                register,
                orgs,
                offer,
                trace,
                new CallGate(ceilings, new Confirmation(new AskedQuestions(clock)), meters),
                meters,
                version,
                clock);
        this.management = new ManagementApi(managementToken, register, orgs, offer.tools(), clock);
        this.health = new HealthPages(register, orgs, meters);
        this.server = LoopbackServer.start("gateway", port, this::handle);
        this.expiry = ExpiryWatch.start(register, clock);
        this.changes = register.subscribe(this::changed);
        this.exchanges = trace.subscribe(event -> {
            if (event instanceof TraceEvent.Exchanged(Exchange exchange)) {
                meters.exchanged(exchange);
            }
        });
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

    /** The names of tunnels that may be used to call this gateway. */
    public PublicHosts publicHosts() {
        return publicHosts;
    }

    static URI url(URI base, String token) {
        return URI.create(base + McpDoor.PATH + token);
    }

    @Override
    public void close() {
        changes.close();
        exchanges.close();
        expiry.close();
        door.close();
        server.close();
    }

    private void changed(ServerRegister.Change change) {
        if (change.what() == ServerRegister.What.ENDED) {
            ceilings.forget(change.serverId());
            meters.forget(change.serverId());
        }
    }

    private void handle(HttpRequest request, HttpResponse response) throws IOException {
        Optional<String> refusal = origins.refusal(
                request.header("Origin").orElse(null), request.header("Host").orElse(null));
        if (refusal.isPresent()) {
            new Problem(403, "Forbidden", refusal.get()).send(response);
        } else if (request.path().startsWith(McpDoor.PATH)) {
            boolean byTunnel = cameByTunnel(request);
            door.handle(request, response, byTunnel, server -> !byTunnel || publicHosts.leadsTo(server.id()));
        } else if (cameByTunnel(request)) {
            new Problem(404, "Not found", "There is nothing here.").send(response);
        } else if (ManagementApi.owns(request.path())) {
            management.handle(request, response, server.uri());
        } else if (HealthPages.owns(request.path())) {
            health.handle(request, response);
        } else {
            new Problem(404, "Not found", "There is nothing here.").send(response);
        }
    }

    private static boolean cameByTunnel(HttpRequest request) {
        return !OriginPolicy.isLoopback(request.header("Host").orElse(null))
                || FORWARDED.stream().anyMatch(header -> request.header(header).isPresent());
    }
}
