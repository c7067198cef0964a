package dev.orgbench.app;

import dev.orgbench.gateway.McpServer;
import dev.orgbench.gateway.ServerRegister;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.OrgChange;
import dev.orgbench.orgs.OrgKind;
import dev.orgbench.orgs.SecretsException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Gives every org a server, so that it can be used at once, and takes the servers of an org away with it. */
final class FirstServers {
    private final ServerRegister register;
    private final Clock clock;

    FirstServers(ServerRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** Servers come and go with their org: one that is gone leaves no secret behind. */
    void follow(OrgChange change) {
        Org org = change.org().org();
        switch (change.kind()) {
            case CONNECTED -> give(org);
            case DISCONNECTING -> register.list(org.id()).forEach(gone -> register.delete(gone.id()));
            case CHANGED, DISCONNECTED -> {}
        }
    }

    /** Makes the first server of an org that never had one. That agents may write is for the person to say. */
    void give(Org org) {
        if (register.list(org.id()).isEmpty()) {
            McpServer.Config config = org.kind() == OrgKind.DEMO
                    ? McpServer.Config.EVERYTHING
                    : new McpServer.Config(List.of("read"), List.of());
            register.create(org.id(), org.label(), config, null);
        }
    }

    /** An org's oldest server that runs, or a new one that allows everything. Reads no token: that may take a while. */
    McpServer running(Org org) {
        return runningServers(org).findFirst().orElseGet(() -> everything(org).server());
    }

    /**
     * As {@link #running}, with its token: one whose token is lost is passed over.
     *
     * @throws SecretsException if the keychain does not give it; the message says what to do
     */
    ServerRegister.NewServer opened(Org org) {
        return runningServers(org)
                .flatMap(known ->
                        register.token(known.id()).stream().map(token -> new ServerRegister.NewServer(known, token)))
                .findFirst()
                .orElseGet(() -> everything(org));
    }

    private Stream<McpServer> runningServers(Org org) {
        Instant now = Instant.now(clock);
        return register.list(org.id()).stream().filter(known -> known.isRunning(now));
    }

    private ServerRegister.NewServer everything(Org org) {
        return register.create(org.id(), org.label(), McpServer.Config.EVERYTHING, null);
    }
}
