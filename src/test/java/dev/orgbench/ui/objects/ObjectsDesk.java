package dev.orgbench.ui.objects;

import dev.orgbench.app.Orgbench;
import dev.orgbench.app.Settings;
import dev.orgbench.mcp.client.HttpMcpClient;
import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.orgs.Org;
import dev.orgbench.ui.ChosenFiles;
import dev.orgbench.ui.Visits;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.ServerChoice;
import dev.orgbench.ui.kit.Toasts;
import dev.orgbench.ui.kit.VirtualThreads;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;

/** The desk of the demo org on all of Orgbench, for a window that shows the Objects screen alone. Notes where it leads. */
final class ObjectsDesk implements AutoCloseable {
    private final Orgbench orgbench;
    private final McpClient client;
    private final Path folder;
    final Memory memory = Memory.forThisRun();
    final Drafts drafts = Drafts.forThisRun();
    final Overlay overlay = new Overlay();
    final Toasts toasts = new Toasts();
    final Visits visits = new Visits();

    ObjectsDesk(Path folder) throws Exception {
        this.folder = folder;
        orgbench = Orgbench.start(new Settings(folder.resolve("data"), 0, 0), Clock.systemUTC());
        client = HttpMcpClient.connect(orgbench.mcpUrl(), "Test", "1.0.0", Map.of());
    }

    Orgbench orgbench() {
        return orgbench;
    }

    /** Made on the screen's thread, with the org's only server selected. */
    Desk desk() {
        Background background = new VirtualThreads(Platform::runLater);
        ServerChoice servers = new ServerChoice(
                orgbench.orgId(),
                () -> List.of(orgbench.server()),
                server -> Optional.of(new ServerChoice.Selected(server, orgbench.mcpUrl(), client)),
                background,
                memory);
        servers.show(List.of(orgbench.server()));
        Org org = orgbench.org();
        return new Desk(
                org,
                servers,
                orgbench.trace(),
                background,
                Platform::runLater,
                memory,
                drafts,
                visits,
                overlay,
                toasts,
                new ChosenFiles(folder),
                page -> {});
    }

    @Override
    public void close() {
        client.close();
        orgbench.close();
    }
}
