package dev.orgbench.app;

import dev.orgbench.connect.Machine;
import dev.orgbench.connect.doctor.Doctor;
import dev.orgbench.connect.doctor.PublicCheck;
import dev.orgbench.connect.guide.Guides;
import dev.orgbench.connect.tunnel.Tunnels;
import dev.orgbench.gateway.Gateway;
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
        tunnels.close();
    }
}
