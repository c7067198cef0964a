package dev.orgbench.app;

import dev.orgbench.gateway.Gateway;
import dev.orgbench.gateway.McpServer;
import dev.orgbench.gateway.ServerRegister;
import dev.orgbench.mcp.client.Elicitation;
import dev.orgbench.mcp.client.HttpMcpClient;
import dev.orgbench.mcp.client.McpAddress;
import dev.orgbench.ui.kit.OwnClient;
import dev.orgbench.ui.kit.ServerChoice;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The window's way to a server: over HTTP, as an agent's. It presents the management token where an API token is asked for. */
final class OwnClients implements BiFunction<McpServer, Elicitation, Optional<ServerChoice.Selected>> {
    private final ServerRegister register;
    private final Gateway gateway;
    private final Map<String, String> headers;

    OwnClients(ServerRegister register, Gateway gateway, String managementToken) {
        this.register = register;
        this.gateway = gateway;
        this.headers = Map.of("Authorization", "Bearer " + managementToken);
    }

    @Override
    public Optional<ServerChoice.Selected> apply(McpServer server, Elicitation questions) {
        return register.token(server.id()).map(token -> {
            URI url = gateway.url(token);
            return new ServerChoice.Selected(
                    server,
                    url,
                    HttpMcpClient.connect(McpAddress.of(url, headers), OwnClient.NAME, Orgbench.VERSION, questions));
        });
    }
}
