package dev.orgbench.ui.connect;

import dev.orgbench.connect.HandedServer;
import dev.orgbench.gateway.McpServer;
import dev.orgbench.gateway.ServerRegister;
import dev.orgbench.orgs.Org;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** An org's servers in the register. */
public final class RegisteredServers implements HandedServers {
    private final ServerRegister register;
    private final Org org;
    private final Function<String, URI> url;
    private final Clock clock;

    /** Those of {@code org}; {@code url} makes a token's whole URL. */
    public RegisteredServers(ServerRegister register, Org org, Function<String, URI> url, Clock clock) {
        this.register = register;
        this.org = org;
        this.url = url;
        this.clock = clock;
    }

    @Override
    public List<HandedServer> list() {
        Instant now = clock.instant();
        return register.list(org.id()).stream()
                .filter(server -> server.isRunning(now))
                .flatMap(server -> register.token(server.id()).map(token -> handed(server, token)).stream())
                .toList();
    }

    @Override
    public void expireAt(String serverId, Instant when) {
        McpServer server = register.find(serverId)
                .orElseThrow(() -> new IllegalStateException("The server " + serverId + " is gone"));
        register.change(serverId, server.name(), server.config(), when);
    }

    private HandedServer handed(McpServer server, String token) {
        return new HandedServer(
                server.id(),
                server.name(),
                org.label(),
                url.apply(token),
                server.config().requireApiToken(),
                server.expiresAt());
    }
}
