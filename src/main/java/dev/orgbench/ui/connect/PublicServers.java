package dev.orgbench.ui.connect;

import dev.orgbench.connect.tunnel.Tunnels;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** The servers that are public now, for the marks on other screens and in the frame. */
public final class PublicServers {
    private PublicServers() {}

    /** Their ids, kept up to date for as long as the tunnels live; {@code screen} leads to the screen's thread. */
    public static ObservableValue<Set<String>> of(Tunnels tunnels, Executor screen) {
        ReadOnlyObjectWrapper<Set<String>> ids = new ReadOnlyObjectWrapper<>(ids(tunnels));
        tunnels.listen(() -> screen.execute(() -> ids.set(ids(tunnels))));
        return ids.getReadOnlyProperty();
    }

    private static Set<String> ids(Tunnels tunnels) {
        return tunnels.running().stream().map(up -> up.serverId()).collect(Collectors.toUnmodifiableSet());
    }
}
