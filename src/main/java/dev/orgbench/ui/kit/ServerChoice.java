package dev.orgbench.ui.kit;

import dev.orgbench.gateway.McpServer;
import dev.orgbench.mcp.client.McpClient;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The servers of one org, and the one that is selected: calls by hand go to it, the status bar shows its URL. Screen's
 * thread only.
 */
public final class ServerChoice {
    private final String orgId;
    private final Supplier<List<McpServer>> list;
    private final Function<McpServer, Optional<Selected>> opener;
    private final Background background;
    private final Memory memory;
    private final ObservableList<McpServer> servers = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Selected> selected = new ReadOnlyObjectWrapper<>();

    /**
     * @param list the org's servers as they are now; may block
     * @param opener makes a client for a server; empty if its token is lost. Must not block
     */
    public ServerChoice(
            String orgId,
            Supplier<List<McpServer>> list,
            Function<McpServer, Optional<Selected>> opener,
            Background background,
            Memory memory) {
        this.orgId = orgId;
        this.list = list;
        this.opener = opener;
        this.background = background;
        this.memory = memory;
    }

    /**
     * A server with the way to it.
     *
     * @param url whole, token included
     * @param client all calls by hand go through it
     */
    public record Selected(McpServer server, URI url, McpClient client) {
        @Override
        public String toString() {
            return server.name();
        }
    }

    /** The org's servers, oldest first. */
    public ObservableList<McpServer> servers() {
        return servers;
    }

    /** The selected one; null while none is there. */
    public ReadOnlyObjectProperty<@Nullable Selected> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Selects a server and remembers it. */
    public void select(String serverId) {
        servers.stream()
                .filter(server -> server.id().equals(serverId))
                .findFirst()
                .ifPresent(server -> {
                    memory.put(key(), serverId);
                    use(server);
                });
    }

    /** Reads the servers anew, as when one was made, changed or revoked. */
    public void refresh() {
        background.run(list::get, this::show, failure -> Problem.of(failure));
    }

    /** Takes the servers as they are now. */
    public void show(List<McpServer> now) {
        servers.setAll(now);
        String last = memory.get(key()).orElse("");
        Instant time = Instant.now();
        List<McpServer> running =
                now.stream().filter(server -> server.isRunning(time)).toList();
        running.stream()
                .filter(server -> server.id().equals(last))
                .findFirst()
                .or(() -> running.stream().findFirst())
                .ifPresentOrElse(this::use, this::close);
    }

    /** Ends the client. */
    public void close() {
        Selected open = selected.get();
        selected.set(null);
        if (open != null) {
            open.client().close();
        }
    }

    private void use(McpServer server) {
        Selected before = selected.get();
        if (before != null && before.server().equals(server)) {
            return;
        }
        selected.set(opener.apply(server).orElse(null));
        if (before != null) {
            before.client().close();
        }
    }

    private String key() {
        return "server." + orgId;
    }
}
