package dev.orgbench.ui.tools;

import dev.orgbench.gateway.McpServer;
import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.tools.Tool;
import dev.orgbench.ui.kit.ServerChoice;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The servers that the Tools screen can turn to: the org's own, and other MCP URLs that a person gave in this run. */
public final class Connections {
    private final ServerChoice servers;
    private final Function<McpServer, List<Tool>> origins;
    private final Opener opener;
    private final ObservableList<Choice> choices = FXCollections.observableArrayList();
    private final ObservableList<Choice> others = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Connection> current = new ReadOnlyObjectWrapper<>();

    /**
     * @param origins what a server's tools were made from; may block
     * @param opener makes clients of other servers
     */
    public Connections(ServerChoice servers, Function<McpServer, List<Tool>> origins, Opener opener) {
        this.servers = servers;
        this.origins = origins;
        this.opener = opener;
        servers.servers().addListener((ListChangeListener<McpServer>) change -> list());
        others.addListener((ListChangeListener<Choice>) change -> list());
        servers.selectedProperty().addListener((property, before, now) -> follow(now));
        list();
        follow(servers.selectedProperty().get());
    }

    /** Makes a client of an MCP URL. Must not block: the first request finds out whether anything answers. */
    @FunctionalInterface
    public interface Opener {
        /**
         * Makes one.
         *
         * @param headers sent with every request
         */
        McpClient open(URI url, Map<String, String> headers);
    }

    /**
     * One server to choose.
     *
     * @param other what to turn to where it is none of the org's; null where it is
     */
    record Choice(String id, String name, boolean running, @Nullable Connection other) {
        @Override
        public String toString() {
            return name;
        }
    }

    ObservableList<Choice> choices() {
        return choices;
    }

    /** The server whose tools are shown; null while none runs. */
    ReadOnlyObjectProperty<@Nullable Connection> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Turns to a server. One of the org's own is selected everywhere. */
    void choose(Choice choice) {
        if (choice.other() != null) {
            current.set(choice.other());
            return;
        }
        ServerChoice.Selected selected = servers.selectedProperty().get();
        servers.select(choice.id());
        if (selected != null && selected.server().id().equals(choice.id())) {
            follow(selected);
        }
    }

    /**
     * Turns to another MCP URL. Neither it nor its headers are written down anywhere: both may hold secrets.
     *
     * @param name as it is listed
     */
    void add(String name, URI url, Map<String, String> headers) {
        Connection other = new Connection("other:" + name, name, false, opener.open(url, headers), List::of);
        List<Choice> replaced = others.stream().filter(choice -> choice.id().equals(other.id())).toList();
        others.add(new Choice(other.id(), name, true, other));
        replaced.forEach(this::forget);
        current.set(other);
    }

    /** Closes another server and forgets it; the org's own is shown again if it was on. */
    void forget(Choice choice) {
        others.remove(choice);
        Connection other = choice.other();
        if (other != null) {
            if (Objects.equals(current.get(), other)) {
                follow(servers.selectedProperty().get());
            }
            other.client().close();
        }
    }

    private void list() {
        Instant now = Instant.now();
        List<Choice> own = servers.servers().stream()
                .map(server -> new Choice(server.id(), server.name(), server.isRunning(now), null))
                .filter(Choice::running)
                .toList();
        choices.setAll(own);
        choices.addAll(others);
    }

    private void follow(ServerChoice.@Nullable Selected selected) {
        current.set(
                selected == null
                        ? null
                        : new Connection(
                                selected.server().id(),
                                selected.server().name(),
                                true,
                                selected.client(),
                                () -> origins.apply(selected.server())));
    }
}
