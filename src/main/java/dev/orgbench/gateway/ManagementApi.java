package dev.orgbench.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.http.BodyTooLargeException;
import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
import dev.orgbench.http.MalformedBodyException;
import dev.orgbench.http.SlowBodyException;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.Orgs;
import dev.orgbench.orgs.SecretsException;
import dev.orgbench.store.StoreException;
import dev.orgbench.tools.ToolCatalogue;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Servers by program, in the shapes of the source article: {@code POST|GET /integrated-account/{org id}/mcp} and {@code
 * GET|PATCH|DELETE /integrated-account/{org id}/mcp/{server id}}; below that, their API tokens. HEAD is answered as GET
 * without a body (RFC 9110, 9.3.2). Needs the management token as a bearer token. Refusals are problem details (RFC
 * 9457).
 */
final class ManagementApi {
    private static final Logger log = LoggerFactory.getLogger(ManagementApi.class);
    private static final Pattern PATH =
            Pattern.compile("/integrated-account/([^/]+)/mcp(?:/([^/]+)(/tokens(?:/([^/]+))?)?)?");

    private final String managementToken;
    private final ServerRegister register;
    private final Orgs orgs;
    private final ToolCatalogue catalogue;
    private final Clock clock;
    private final ManagedTokens tokens;

    ManagementApi(String managementToken, ServerRegister register, Orgs orgs, ToolCatalogue catalogue, Clock clock) {
        this.managementToken = managementToken;
        this.register = register;
        this.orgs = orgs;
        this.catalogue = catalogue;
        this.clock = clock;
        this.tokens = new ManagedTokens(register.apiTokens());
    }

    /** Whether the path is one of this API's. */
    static boolean owns(String path) {
        return path.startsWith("/integrated-account/");
    }

    /** @param base where this gateway is reached, for the URLs of new servers */
    void handle(HttpRequest request, HttpResponse response, URI base) throws IOException {
        try {
            authorize(request);
            Matcher path = PATH.matcher(request.path());
            if (!path.matches()) {
                throw new Problem(404, "Not found", "There is nothing at " + request.path() + ".");
            }
            Org org = orgs.find(path.group(1))
                    .orElseThrow(() -> new Problem(
                            404, "Unknown integrated account", "No org is connected under \"" + path.group(1) + "\"."));
            if (path.group(2) == null) {
                all(request, response, org, base);
            } else if (path.group(3) == null) {
                one(request, response, server(org, path.group(2)));
            } else if (path.group(4) == null) {
                tokens.all(request, response, server(org, path.group(2)));
            } else {
                tokens.one(request, response, server(org, path.group(2)), path.group(4));
            }
        } catch (Problem problem) {
            problem.send(response);
        } catch (BodyTooLargeException e) {
            new Problem(413, "Body too large", "A body may have at most " + JsonBody.LIMIT + " bytes.").send(response);
        } catch (MalformedBodyException e) {
            new Problem(400, "Malformed body", e.getMessage() + ".").send(response);
        } catch (SlowBodyException e) {
            new Problem(408, "Body too slow", e.getMessage() + ".").send(response);
        } catch (ServerEndedException e) {
            new Problem(409, "Server has ended", String.valueOf(e.getMessage())).send(response);
        } catch (SecretsException | StoreException e) {
            log.warn("A request to the management API could not be carried out", e);
            new Problem(500, "Not stored", String.valueOf(e.getMessage())).send(response);
        }
    }

    private void all(HttpRequest request, HttpResponse response, Org org, URI base) throws Problem, IOException {
        switch (request.method()) {
            case "POST" -> {
                ServerRules rules = ServerRules.of(catalogue, McpServer.Config.EVERYTHING);
                ServerBody wanted = ServerBody.NONE.with(request.body(JsonBody.LIMIT), rules, clock.instant());
                ServerRegister.NewServer made =
                        register.create(org.id(), wanted.name(), wanted.config(), wanted.expiresAt());
                send(response.status(201), ServerJson.of(made, base, clock.instant()));
            }
            case "GET", "HEAD" -> {
                Map<String, ServerUse> use = register.use(org.id());
                Instant now = clock.instant();
                send(
                        response,
                        Page.of(
                                register.list(org.id()),
                                server -> new Page.Place(server.createdAt(), server.id()),
                                server -> ServerJson.of(server, use.getOrDefault(server.id(), ServerUse.NONE), now),
                                request));
            }
            default -> throw Problem.notAllowed(response, "GET, HEAD, POST");
        }
    }

    private void one(HttpRequest request, HttpResponse response, McpServer server) throws Problem, IOException {
        switch (request.method()) {
            case "GET", "HEAD" -> send(response, json(server));
            case "PATCH" -> {
                byte[] body = request.body(JsonBody.LIMIT);
                send(response, json(register.change(server.id(), now -> changed(now, body))));
            }
            case "DELETE" -> {
                register.delete(server.id());
                response.status(204).send();
            }
            default -> throw Problem.notAllowed(response, "GET, HEAD, PATCH, DELETE");
        }
    }

    private ServerRegister.Choices changed(McpServer server, byte[] body) throws Problem {
        ServerBody wanted = new ServerBody(server.name(), server.config(), server.expiresAt())
                .with(body, ServerRules.of(catalogue, server.config()), clock.instant());
        return new ServerRegister.Choices(wanted.name(), wanted.config(), wanted.expiresAt());
    }

    private ObjectNode json(McpServer server) {
        ServerUse use = register.use(server.orgId()).getOrDefault(server.id(), ServerUse.NONE);
        return ServerJson.of(server, use, clock.instant());
    }

    /** A server of another org is as unknown as one that is not. */
    private McpServer server(Org org, String id) throws Problem {
        return register.find(id)
                .filter(server -> server.orgId().equals(org.id()))
                .orElseThrow(() -> new Problem(
                        404, "Unknown server", org.label() + " has no MCP server with the id \"" + id + "\"."));
    }

    private void authorize(HttpRequest request) throws Problem {
        Optional<String> token = Bearer.of(request);
        if (!token.map(given -> Bearer.same(given, managementToken)).orElse(false)) {
            throw Problem.unauthorized(
                    "Send the management token as \"Authorization: Bearer <token>\".", token.isPresent());
        }
    }

    static void send(HttpResponse response, ObjectNode json) throws IOException {
        response.header("Cache-Control", "no-store").sendJson(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
