package dev.orgbench.ui.tools;

import dev.orgbench.mcp.client.Listening;
import java.util.concurrent.Executor;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/** Lists the tools anew when the server that is shown says that they have changed. Screen's thread only. */
final class ChangesWatch implements AutoCloseable {
    private final Connections connections;
    private final Executor screen;
    private final Runnable load;
    private final ChangeListener<@Nullable Connection> follow = (property, before, now) -> follow(now);
    private Listening listening = () -> {};

    /** @param screen runs what it is given on the screen's thread */
    ChangesWatch(Connections connections, Executor screen, Runnable load) {
        this.connections = connections;
        this.screen = screen;
        this.load = load;
        connections.currentProperty().addListener(follow);
        follow(connections.currentProperty().get());
    }

    @Override
    public void close() {
        connections.currentProperty().removeListener(follow);
        listening.close();
    }

    private void follow(@Nullable Connection now) {
        listening.close();
        listening = now == null
                ? () -> {}
                : now.client()
                        .onToolsChanged(() -> screen.execute(() -> {
                            if (now.equals(connections.currentProperty().get())) {
                                load.run();
                            }
                        }));
    }
}
