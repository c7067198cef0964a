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
    private final ReadOnlyObjectWrapper<Opening> opening = new ReadOnlyObjectWrapper<>(new Opening.Over());
    private Background.Job job = Background.Job.NONE;

    /**
     * @param list the org's servers as they are now; may block
     * @param opener makes a client for a server; empty if its token is lost. May block: a keychain may be locked
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

    /** How far the way to the server to be selected is. */
    public sealed interface Opening {
        /** Its token is looked for. */
        record UnderWay() implements Opening {}

        /** It is selected, or there is none that could be. */
        record Over() implements Opening {}

        /** Its token is not given. {@link #refresh} tries again. */
        record Failed(Problem problem) implements Opening {}
    }

    /** The org's servers, oldest first. */
    public ObservableList<McpServer> servers() {
        return servers;
    }

    /** The selected one; null while none is there. */
    public ReadOnlyObjectProperty<@Nullable Selected> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Changes after {@link #selectedProperty}. */
    public ReadOnlyObjectProperty<Opening> openingProperty() {
        return opening.getReadOnlyProperty();
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
        job.cancel();
        become(null);
        opening.set(new Opening.Over());
    }

    private void use(McpServer server) {
        Selected before = selected.get();
        job.cancel();
        if (before != null && before.server().equals(server)) {
            opening.set(new Opening.Over());
            return;
        }
        opening.set(new Opening.UnderWay());
        job = background.run(
                () -> opener.apply(server),
                opened -> {
                    become(opened.orElse(null));
                    opening.set(new Opening.Over());
                },
                failure -> {
                    become(null);
                    opening.set(new Opening.Failed(Problem.of(failure)));
                });
    }

    private void become(@Nullable Selected now) {
        Selected before = selected.get();
        selected.set(now);
        if (before != null) {
            before.client().close();
        }
    }

    private String key() {
        return "server." + orgId;
    }
}
