package dev.orgbench.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
import java.io.IOException;
import java.util.Set;

/**
 * A server's API tokens by program: {@code POST|GET .../mcp/{server id}/tokens} and {@code DELETE .../tokens/{token
 * id}}. A token is shown once, when it is made.
 */
final class ManagedTokens {
    private static final Set<String> KEYS = Set.of("name");
    private static final String INVALID = "Invalid API token";

    private final ApiTokens tokens;

    ManagedTokens(ApiTokens tokens) {
        this.tokens = tokens;
    }

    void all(HttpRequest request, HttpResponse response, McpServer server) throws Problem, IOException {
        switch (request.method()) {
            case "POST" -> {
                ApiTokens.NewApiToken made = made(server, request.body(JsonBody.LIMIT));
                ManagementApi.send(response.status(201), json(made.apiToken()).put("token", made.text()));
            }
            case "GET", "HEAD" ->
                ManagementApi.send(
                        response,
                        Page.of(
                                tokens.list(server.id()),
                                token -> new Page.Place(token.createdAt(), token.id()),
                                ManagedTokens::json,
                                request));
            default -> throw Problem.notAllowed(response, "GET, HEAD, POST");
        }
    }

    void one(HttpRequest request, HttpResponse response, McpServer server, String id) throws Problem, IOException {
        if (tokens.list(server.id()).stream().noneMatch(token -> token.id().equals(id))) {
            throw new Problem(
                    404, "Unknown API token", "“" + server.name() + "” has no API token with the id \"" + id + "\".");
        }
        if (!request.method().equals("DELETE")) {
            throw Problem.notAllowed(response, "DELETE");
        }
        tokens.revoke(id);
        response.status(204).send();
    }

    private ApiTokens.NewApiToken made(McpServer server, byte[] body) throws Problem {
        Member all = JsonBody.object(body, INVALID, "{\"name\": \"CI\"}");
        all.refuseOtherKeys(KEYS);
        Member name = all.member("name");
        try {
            return tokens.make(server.id(), name.text(""));
        } catch (IllegalArgumentException e) {
            throw name.fault(": " + e.getMessage());
        }
    }

    private static ObjectNode json(ApiTokens.ApiToken token) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", token.id())
                .put("name", token.name())
                .put("created_at", token.createdAt().toString());
    }
}
