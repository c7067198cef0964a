package dev.orgbench.app;

import dev.orgbench.connect.Machine;
import dev.orgbench.connect.doctor.Doctor;
import dev.orgbench.connect.doctor.PublicCheck;
import dev.orgbench.connect.guide.Guides;
import dev.orgbench.connect.tunnel.Tunnels;
import dev.orgbench.gateway.Gateway;
import dev.orgbench.gateway.McpServer;
import dev.orgbench.gateway.ServerRegister;
import dev.orgbench.orgs.Org;
import dev.orgbench.ui.connect.ConnectParts;
import dev.orgbench.ui.connect.RegisteredServers;
import java.nio.file.Path;
import java.time.Clock;
import okhttp3.OkHttpClient;

/** How servers are handed to clients; ends the tunnels when it is closed. */
final class HandOver implements AutoCloseable {
    private final Gateway gateway;
    private final ServerRegister register;
    private final OkHttpClient http;
    private final String managementToken;
    private final Clock clock;
    private final Machine machine = Machine.here();
    private final Tunnels tunnels;
    private final ServerRegister.Subscription changes;

    HandOver(
            Gateway gateway,
            ServerRegister register,
            OkHttpClient http,
            Path data,
            String managementToken,
            Clock clock) {
        this.gateway = gateway;
        this.register = register;
        this.http = http;
        this.managementToken = managementToken;
        this.clock = clock;
        this.tunnels = new Tunnels(
                machine, (host, serverId) -> gateway.publicHosts().allow(host, serverId)::close, data, clock);
        // A change must be told quickly, and a program may take seconds to end.
        this.changes = register.subscribe(change -> {
            if (change.isMoreThanUse()) {
                Thread.ofVirtual().start(this::serversChanged);
            }
        });
    }

    private void serversChanged() {
        tunnels.running()
                .ifPresent(up -> tunnels.serverChanged(
                        up.serverId(),
                        register.find(up.serverId())
                                .filter(server -> server.isRunning(clock.instant()))
                                .map(McpServer::expiresAt)
                                .orElse(null)));
    }

    Tunnels tunnels() {
        return tunnels;
    }

    ConnectParts parts(Org org) {
        return new ConnectParts(
                new RegisteredServers(register, org, gateway::url, clock),
                Guides.bundled(),
                machine,
                tunnels,
                new Doctor(http, machine, Orgbench.VERSION, managementToken, clock),
                new PublicCheck(http, Orgbench.VERSION),
                clock);
    }

    @Override
    public void close() {
        changes.close();
        tunnels.close();
    }
}
