package dev.orgbench.app;

import dev.orgbench.mcp.client.HttpMcpClient;
import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.ui.Workbench;
import dev.orgbench.ui.WorkbenchWindow;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.Memory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javafx.stage.Stage;

/** All of Orgbench on a folder of its own and free ports, and what a window on it needs. For tests that open one. */
final class OpenWorkbench implements AutoCloseable {
    private final Orgbench orgbench;
    private final Memory memory = Memory.forThisRun();
    private final Drafts drafts = Drafts.forThisRun();

    OpenWorkbench(Path data) throws StartException, AlreadyRunningException {
        this(data, false);
    }

    /** @param welcome whether the window welcomes as at the very first start */
    OpenWorkbench(Path data, boolean welcome) throws StartException, AlreadyRunningException {
        if (!welcome) {
            memory.put("welcome.seen", "yes");
        }
        orgbench = Orgbench.start(new Settings(data, 0, 0), Clock.system(ZoneId.systemDefault()));
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

    /** Opens a window on it that fits JavaFX's headless screen; a later one finds what the earlier one remembered. */
    void show(Stage stage) {
        memory.put("window.width", "1000");
        memory.put("window.height", "900");
        memory.put("theme", "light");
        WorkbenchWindow window = new WorkbenchWindow(memory);
        window.show(stage);
        window.open(workbench());
    }

    Workbench workbench() {
        return WindowApp.workbench(orgbench, memory, drafts, List.of());
    }

    @Override
    public void close() {
        orgbench.close();
    }
}
