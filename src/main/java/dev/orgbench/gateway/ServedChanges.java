package dev.orgbench.gateway;

import dev.orgbench.mcp.Change;
import dev.orgbench.mcp.McpService;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** What a server's clients are to be told: that its tools have changed, or that its URL has ended. */
final class ServedChanges {
    private final ServerRegister register;
    private final Clock clock;

    ServedChanges(ServerRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** @param server as it was when its client came in by the token of that time */
    McpService.Subscription subscribe(McpServer server, Consumer<Change> listener) {
        Optional<String> token = register.token(server.id());
        ServerRegister.Subscription subscription = register.subscribe(change -> {
            if (change == ServerRegister.Change.SERVERS) {
                tell(server, token, listener);
            }
        });
        return subscription::close;
    }

    private void tell(McpServer then, Optional<String> token, Consumer<Change> listener) {
        Optional<McpServer> now = register.find(then.id()).filter(server -> server.isRunning(Instant.now(clock)));
        if (now.isEmpty() || !register.token(then.id()).equals(token)) {
            listener.accept(new Change.Ended());
        } else if (!now.get().config().equals(then.config())) {
            listener.accept(new Change.ListChanged(Change.Kind.TOOLS));
        }
    }
}
