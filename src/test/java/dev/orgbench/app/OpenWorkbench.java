package dev.orgbench.app;

import dev.orgbench.mcp.client.HttpMcpClient;
import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.orgs.Org;
import dev.orgbench.salesforce.ApiUsage;
import dev.orgbench.ui.Workbench;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.OwnClient;
import dev.orgbench.ui.shell.ServerUrl;
import dev.orgbench.ui.shell.UsageFeed;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** All of Orgbench on a folder of its own and free ports, and what a window on it needs. For tests that open one. */
final class OpenWorkbench implements AutoCloseable {
    private final Orgbench orgbench;
    private final McpClient client;
    private final Memory memory = Memory.forThisRun();

    OpenWorkbench(Path data) throws StartException, AlreadyRunningException {
        orgbench = Orgbench.start(new Settings(data, 0, 0), Clock.systemDefaultZone());
        client = client(OwnClient.NAME);
    }

    Orgbench orgbench() {
        return orgbench;
    }

    Memory memory() {
        return memory;
    }

    /** Another client of the same server, by that name. The caller closes it. */
    McpClient client(String name) {
        return HttpMcpClient.connect(orgbench.mcpUrl(), name, "1.0.0", Map.of());
    }

    Workbench workbench() {
        Org org = orgbench.org();
        return new Workbench(
                org.label(),
                true,
                new ServerUrl(orgbench.mcpUrl()),
                client,
                () -> orgbench.catalogue().resolve(org.connection(), orgbench.server().config().scope()),
                new Usage(org),
                orgbench.trace(),
                List.of());
    }

    @Override
    public void close() {
        client.close();
        orgbench.close();
    }

    private record Usage(Org org) implements UsageFeed {
        @Override
        public Optional<ApiUsage> latest() {
            return org.connection().apiUsage();
        }

        @Override
        public void subscribe(Consumer<ApiUsage> listener) {
            org.connection().onApiUsage(listener);
        }
    }
}
