package dev.orgbench.ui.kit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** How one screen leads to another without knowing it. Screen's thread only. */
public interface Navigator {
    /**
     * Opens a tool of the selected server.
     *
     * @param arguments put into its form; null leaves what stands there
     */
    void openTool(String tool, @Nullable ObjectNode arguments);

    /** Opens a query in a new tab. It is not run. */
    void openQuery(String soql);

    /** Opens an object's page. */
    void openObject(String objectName);

    /** Shows one message in Traffic, by its id in the trace. */
    void openMessage(long messageId);

    /** Shows the servers. */
    void openServers();

    /** Shows how to connect a client to a server. */
    void openConnect(String serverId);

    /** Leads nowhere. */
    Navigator NOWHERE = new Navigator() {
        @Override
        public void openTool(String tool, @Nullable ObjectNode arguments) {}

        @Override
        public void openQuery(String soql) {}

        @Override
        public void openObject(String objectName) {}

        @Override
        public void openMessage(long messageId) {}

        @Override
        public void openServers() {}

        @Override
        public void openConnect(String serverId) {}
    };
}
