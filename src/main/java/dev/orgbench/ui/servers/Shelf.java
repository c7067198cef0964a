package dev.orgbench.ui.servers;

import dev.orgbench.gateway.ApiTokens;
import dev.orgbench.gateway.McpServer;
import dev.orgbench.gateway.ServerRegister;
import dev.orgbench.orgs.Org;
import dev.orgbench.tools.Terms;
import dev.orgbench.tools.Tool;
import dev.orgbench.tools.ToolCatalogue;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One org's servers and the tools they may have: what the models of this screen work on. All but {@link #now} may block.
 *
 * @param urls from a token to the URL that a client is given
 * @param clock its zone is the person's
 */
public record Shelf(
        Org org, ServerRegister register, ToolCatalogue catalogue, Function<String, URI> urls, Clock clock) {
    Instant now() {
        return Instant.now(clock);
    }

    ApiTokens apiTokens() {
        return register.apiTokens();
    }

    List<Tool> tools(Terms terms) {
        return catalogue.resolve(org.connection(), terms);
    }

    List<McpServer> servers() {
        return register.list(org.id());
    }

    /** The whole URL; empty if the token is gone. */
    Optional<String> url(String serverId) {
        return register.token(serverId).map(token -> urls.apply(token).toString());
    }

    /** Fit for the screen: {@code …/mcp/9f3c…e1}. */
    static String masked(String token) {
        return token.length() < 12
                ? "…/mcp/…"
                : "…/mcp/" + token.substring(0, 4) + "…" + token.substring(token.length() - 2);
    }
}
