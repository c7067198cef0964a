package dev.orgbench.ui.servers;

import dev.orgbench.gateway.McpServer;
import dev.orgbench.gateway.ServerUse;
import java.util.Locale;

/**
 * A server as the list shows it, in words of one moment.
 *
 * @param url masked, as {@code …/mcp/9f3c…e1}; empty if the token is gone
 */
record ServerRow(
        McpServer server, ServerUse use, Standing standing, String scope, String url, String expires, String lastCall) {

    String id() {
        return server.id();
    }

    boolean matches(String filter) {
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        return server.name().toLowerCase(Locale.ROOT).contains(wanted)
                || scope.contains(wanted)
                || standing.word().contains(wanted);
    }
}
