package dev.orgbench.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.Orgs;
import dev.orgbench.orgs.SecretsException;
import dev.orgbench.store.StoreException;
import dev.orgbench.tools.Scope;
import dev.orgbench.tools.ToolCatalogue;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Making servers by program: {@code POST /integrated-account/{org id}/mcp}, in the shapes of the source article. Needs
 * the management token as a bearer token.
 */
final class ManagementApi {
    private static final Logger log = LoggerFactory.getLogger(ManagementApi.class);
    private static final int BODY_LIMIT = 64 * 1024;
    private static final Pattern PATH = Pattern.compile("/integrated-account/([^/]+)/mcp");
    private static final String BEARER = "Bearer ";

    private final byte[] managementToken;
    private final ServerRegister register;
    private final Orgs orgs;
    private final ToolCatalogue catalogue;
    private final Clock clock;

    ManagementApi(
            String managementToken, ServerRegister register, Orgs orgs, ToolCatalogue catalogue, Clock clock) {
        this.managementToken = managementToken.getBytes(StandardCharsets.UTF_8);
        this.register = register;
        this.orgs = orgs;
        this.catalogue = catalogue;
        this.clock = clock;
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
            if (!request.method().equals("POST")) {
                response.header("Allow", "POST");
                throw new Problem(405, "Method not allowed", "Servers are made by POST.");
            }
            create(request, response, org, base);
        } catch (Problem problem) {
            problem.send(response);
        } catch (SecretsException | StoreException e) {
            log.warn("No server could be made", e);
            new Problem(500, "Not stored", String.valueOf(e.getMessage())).send(response);
        }
    }

    private void create(HttpRequest request, HttpResponse response, Org org, URI base) throws Problem, IOException {
        NewServerRequest wanted = NewServerRequest.parse(request.body(BODY_LIMIT), tags(org), clock.instant());
        ServerRegister.NewServer made =
                register.create(org.id(), wanted.name(), wanted.config(), wanted.expiresAt());
        response.status(201)
                .header("Cache-Control", "no-store")
                .sendJson(json(made, base).toString().getBytes(StandardCharsets.UTF_8));
    }

    private Set<String> tags(Org org) {
        return catalogue.resolve(org.connection(), Scope.ALL).stream()
                .flatMap(tool -> tool.tags().stream())
                .collect(Collectors.toSet());
    }

    private static ObjectNode json(ServerRegister.NewServer made, URI base) {
        McpServer server = made.server();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", server.id()).put("name", server.name());
        ObjectNode config = json.putObject("config");
        putUnlessEmpty(config, "methods", server.config().methods());
        putUnlessEmpty(config, "tags", server.config().tags());
        json.put("expires_at", server.expiresAt() == null ? null : server.expiresAt().toString());
        json.put("token", made.token());
        json.put("url", Gateway.url(base, made.token()).toString());
        return json;
    }

    private static void putUnlessEmpty(ObjectNode config, String key, List<String> words) {
        if (!words.isEmpty()) {
            ArrayNode array = config.putArray(key);
            words.forEach(array::add);
        }
    }

    private void authorize(HttpRequest request) throws Problem {
        @Nullable String header = request.header("Authorization").orElse(null);
        boolean known = header != null
                && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && MessageDigest.isEqual(
                        header.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8), managementToken);
        if (!known) {
            throw new Problem(
                    401, "Not authorized", "Send the management token as \"Authorization: Bearer <token>\".");
        }
    }
}
