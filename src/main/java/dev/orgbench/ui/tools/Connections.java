package dev.orgbench.ui.tools;

import dev.orgbench.gateway.McpServer;
import dev.orgbench.mcp.client.McpAddress;
import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.tools.Tool;
import dev.orgbench.ui.kit.ServerChoice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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

/** The servers that the Tools screen can turn to: the org's own, and other MCP URLs that a person gave. */
public final class Connections implements AutoCloseable {
    private final ServerChoice servers;
    private final Function<McpServer, List<Tool>> origins;
    private final Function<McpServer, List<String>> missing;
    private final Opener opener;
    private final ObservableList<Choice> choices = FXCollections.observableArrayList();
    private final OtherServers others;
    private final ListChangeListener<OtherServer> followOthers = change -> {
        letGo();
        list();
    };
    /** Of the other servers, those that were turned to. */
    private final Map<OtherServer, Connection> opened = new HashMap<>();

    private final ReadOnlyObjectWrapper<@Nullable Connection> current = new ReadOnlyObjectWrapper<>();

    /**
     * @param origins what a server's tools were made from; may block
     * @param missing why a server has fewer tools or prompts than it is meant to have; may block
     * @param opener makes clients of other servers
     * @param others the other servers
     */
    public Connections(
            ServerChoice servers,
            Function<McpServer, List<Tool>> origins,
            Function<McpServer, List<String>> missing,
            Opener opener,
            OtherServers others) {
        this.servers = servers;
        this.origins = origins;
        this.missing = missing;
        this.opener = opener;
        this.others = others;
        servers.servers().addListener((ListChangeListener<McpServer>) change -> list());
        others.all().addListener(followOthers);
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
         * @param address headers and protocol included
         */
        McpClient open(McpAddress address);
    }

    /**
     * One server to choose.
     *
     * @param other what it is where it is none of the org's; null where it is
     */
    record Choice(
            String id,
            String name,
            boolean running,
            @Nullable OtherServer other) {
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
            current.set(connection(choice.other()));
            return;
        }
        ServerChoice.Selected selected = servers.selectedProperty().get();
        servers.select(choice.id());
        if (selected != null && selected.server().id().equals(choice.id())) {
            follow(selected);
        }
    }

    /** Turns to another MCP URL, and keeps it. */
    void add(McpAddress address) {
        current.set(connection(others.add(address)));
    }

    /** Closes another server and forgets it; the org's own is shown again if it was on. */
    void forget(OtherServer server) {
        others.forget(server);
    }

    /** The other servers. */
    OtherServers others() {
        return others;
    }

    /** Ends the clients of other servers. */
    @Override
    public void close() {
        others.all().removeListener(followOthers);
        opened.values().forEach(connection -> connection.client().close());
        opened.clear();
    }

    private Connection connection(OtherServer server) {
        return opened.computeIfAbsent(
                server,
                other -> new Connection(
                        id(other), other.name(), false, opener.open(other.address()), List::of, List::of));
    }

    private static String id(OtherServer other) {
        return "other:" + other.name();
    }

    /** Closes those that are gone. */
    private void letGo() {
        List<OtherServer> gone = opened.keySet().stream()
                .filter(server -> !others.all().contains(server))
                .toList();
        for (OtherServer server : gone) {
            Connection connection = opened.remove(server);
            if (Objects.equals(current.get(), connection)) {
                follow(servers.selectedProperty().get());
            }
            if (connection != null) {
                connection.client().close();
            }
        }
    }

    private void list() {
        Instant now = Instant.now();
        List<Choice> all = new ArrayList<>();
        servers.servers().stream()
                .filter(server -> server.isRunning(now))
                .forEach(server -> all.add(new Choice(server.id(), server.name(), true, null)));
        others.all().forEach(server -> all.add(new Choice(id(server), server.name(), true, server)));
        choices.setAll(all);
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
                                () -> origins.apply(selected.server()),
                                () -> missing.apply(selected.server())));
    }
}
