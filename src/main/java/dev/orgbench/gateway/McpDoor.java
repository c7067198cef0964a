package dev.orgbench.gateway;

import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
import dev.orgbench.mcp.McpEndpoint;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.Orgs;
import dev.orgbench.tools.ToolCatalogue;
import dev.orgbench.trace.Trace;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code /mcp/{token}}: finds the server that a token opens, and lets in who may use it. */
final class McpDoor {
    static final String PATH = "/mcp/";

    private final McpEndpoint endpoint = new McpEndpoint();
    private final ClientNames clients = new ClientNames();
    private final String managementToken;
    private final ServerRegister register;
    private final Orgs orgs;
    private final ToolCatalogue catalogue;
    private final Trace trace;
    private final String version;
    private final Clock clock;

    /** @param managementToken opens what wants an API token too: whoever has it could make himself one */
    McpDoor(
            String managementToken,
            ServerRegister register,
            Orgs orgs,
            ToolCatalogue catalogue,
            Trace trace,
            String version,
            Clock clock) {
        this.managementToken = managementToken;
        this.register = register;
        this.orgs = orgs;
        this.catalogue = catalogue;
        this.trace = trace;
        this.version = version;
        this.clock = clock;
    }

    /** @param reachable whether a server can be reached by the way that the request came */
    void handle(HttpRequest request, HttpResponse response, Predicate<McpServer> reachable) throws IOException {
        Instant now = Instant.now(clock);
        Optional<McpServer> server = register.findByToken(request.path().substring(PATH.length()))
                .filter(candidate -> candidate.isRunning(now))
                .filter(reachable);
        Optional<Org> org = server.flatMap(candidate -> orgs.find(candidate.orgId()));
        if (server.isEmpty() || org.isEmpty()) {
            // Unknown, expired, revoked, not public, without an org: the caller is not told which.
            new Problem(404, "Not found", "There is nothing here.").send(response);
            return;
        }
        Optional<String> bearer = Bearer.of(request);
        if (!mayEnter(server.get(), bearer)) {
            Problem.unauthorized(
                            "This server wants an API token besides its URL: send it as \"Authorization: Bearer"
                                    + " <token>\". Its owner makes one in Orgbench, under Servers.",
                            bearer.isPresent())
                    .send(response);
            return;
        }
        endpoint.handle(
                request,
                response,
                new ServedOrg(server.get(), org.get(), catalogue, trace, clients, register, version));
    }

    private boolean mayEnter(McpServer server, Optional<String> bearer) {
        if (!server.config().requireApiToken()) {
            return true;
        }
        return bearer.map(token -> Bearer.same(token, managementToken)
                        || register.apiTokens().accepts(server.id(), token))
                .orElse(false);
    }
}
