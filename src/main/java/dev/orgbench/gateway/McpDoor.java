package dev.orgbench.gateway;

import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
import dev.orgbench.mcp.server.McpEndpoint;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.Orgs;
import dev.orgbench.trace.Trace;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code /mcp/{token}} and, for old clients, {@code /sse} and {@code /messages} below it: finds the server that a token
 * opens, and lets in who may use it.
 */
final class McpDoor implements AutoCloseable {
    static final String PATH = "/mcp/";

    /** For clients of 2024-11-05: their stream, and where they post. */
    private static final String STREAM = "/sse";

    private static final String MESSAGES = "/messages";

    private final McpEndpoint endpoint;
    private final Visits visits;
    private final ServedChanges changes;
    private final CallGate gate;
    private final ClientNames clients = new ClientNames();
    private final String managementToken;
    private final ServerRegister register;
    private final Orgs orgs;
    private final Offer offer;
    private final Trace trace;
    private final String version;
    private final Clock clock;

    /**
     * @param managementToken opens what wants an API token too, from this machine: whoever has it can make himself one
     * @param gate that calls of tools pass
     * @param signingKey signs what clients keep for us
     */
    McpDoor(
            String managementToken,
            byte[] signingKey,
            ServerRegister register,
            Orgs orgs,
            Offer offer,
            Trace trace,
            CallGate gate,
            Meters meters,
            String version,
            Clock clock) {
        this.endpoint = new McpEndpoint(signingKey);
        this.visits = new Visits(register);
        this.changes = new ServedChanges(register, orgs, offer.tools(), meters, clock);
        this.gate = gate;
        this.managementToken = managementToken;
        this.register = register;
        this.orgs = orgs;
        this.offer = offer;
        this.trace = trace;
        this.version = version;
        this.clock = clock;
    }

    /**
     * Answers one request.
     *
     * @param byTunnel whether it came from outside, where the management token is worth nothing
     * @param reachable whether a server can be reached by the way that the request came
     */
    void handle(HttpRequest request, HttpResponse response, boolean byTunnel, Predicate<McpServer> reachable)
            throws IOException {
        Way way = Way.of(request.path());
        long known = visits.changes();
        Instant now = Instant.now(clock);
        Optional<McpServer> server = register.findByToken(way.token())
                .filter(candidate -> candidate.isRunning(now))
                .filter(reachable);
        Optional<Org> org = server.flatMap(candidate -> orgs.find(candidate.orgId()));
        if (server.isEmpty() || org.isEmpty()) {
            // Unknown, expired, revoked, not public, without an org: the caller is not told which.
            new Problem(404, "Not found", "There is nothing here.").send(response);
            return;
        }
        Optional<String> bearer = Bearer.of(request);
        String ownToken = byTunnel ? null : managementToken;
        Admission admission = new Admission(register, ownToken, clock, server.get(), way.token(), bearer, known);
        if (!admission.hasApiToken(server.get())) {
            Problem.unauthorized(
                            "This server wants an API token besides its URL: send it as \"Authorization: Bearer"
                                    + " <token>\". Its owner makes one in Orgbench, under Servers, or by its management API.",
                            bearer.isPresent())
                    .send(response);
            return;
        }
        ServedOrg served =
                new ServedOrg(admission, org.get(), offer, trace, clients, register, changes, visits, gate, version);
        switch (way.rest()) {
            case "" -> endpoint.handle(request, response, served);
            case STREAM -> endpoint.twoUrls().stream(request, response, served, PATH + way.token() + MESSAGES);
            case MESSAGES -> endpoint.twoUrls().message(request, response, served);
            default -> new Problem(404, "Not found", "There is nothing here.").send(response);
        }
    }

    /** A path behind {@link #PATH}: the token, and what follows it. */
    private record Way(String token, String rest) {
        static Way of(String path) {
            String way = path.substring(PATH.length());
            int slash = way.indexOf('/');
            return slash < 0 ? new Way(way, "") : new Way(way.substring(0, slash), way.substring(slash));
        }
    }

    /** Ends the streams that clients hold open. */
    @Override
    public void close() {
        changes.endAll();
        visits.close();
    }
}
