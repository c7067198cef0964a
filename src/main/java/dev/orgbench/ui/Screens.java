package dev.orgbench.ui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.OrgSchema;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Navigator;
import dev.orgbench.ui.shell.PaletteEntry;
import dev.orgbench.ui.shell.Screen;
import dev.orgbench.ui.shell.Shell;
import dev.orgbench.ui.tools.ToolSources;
import dev.orgbench.ui.tools.ToolsScreen;
import dev.orgbench.ui.traffic.TrafficModel;
import dev.orgbench.ui.traffic.TrafficScreen;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The screens of one org, in the order of their keys, and the ways between them. Each is made when it is first opened. */
final class Screens implements Navigator {
    private final ToolsScreen tools;
    private final List<Screen> all;
    private @Nullable Shell shell;

    /** @param desk makes what the screens stand on, given the ways between them */
    Screens(Workbench workbench, Function<Navigator, Desk> desk) {
        Desk on = desk.apply(this);
        OrgSchema schema = new OrgSchema(
                on.org().connection().as(on.trace().recording(on.org().id(), "Completion")), Clock.systemUTC());
        tools = ToolsScreen.of(
                on,
                ToolSources.of(workbench.catalogue(), on.org(), schema, workbench.version()),
                workbench.data().resolve("calls"));
        all = List.of(
                new Screen(
                        "Tools", Feather.TOOL, () -> new Screen.View(tools, tools::focusFilter, tools::press)),
                new Screen("Traffic", Feather.ACTIVITY, () -> {
                    TrafficModel model = new TrafficModel(on.trace(), on.feed());
                    TrafficScreen traffic = new TrafficScreen(model, on.memory(), on.background());
                    return new Screen.View(traffic, traffic::focusFilter);
                }));
    }

    List<Screen> all() {
        return all;
    }

    /** From now on the ways between the screens lead through {@code frame}. */
    void standIn(Shell frame) {
        shell = frame;
    }

    /** Whether the MCP server answered when it was last asked. */
    ObservableValue<Boolean> serverAnswers() {
        return tools.serverAnswers();
    }

    /** Starts to load what the first screen shows. */
    void load() {
        tools.load();
    }

    /** What the palette finds on the screens. */
    List<PaletteEntry> found() {
        List<PaletteEntry> found = new ArrayList<>();
        for (Screen screen : all) {
            found.add(new PaletteEntry("Screen", screen.name(), "", () -> open(screen.name())));
        }
        for (String tool : tools.tools()) {
            found.add(new PaletteEntry("Tool", tool, "", () -> openTool(tool, null)));
        }
        return found;
    }

    @Override
    public void openTool(String tool, @Nullable ObjectNode arguments) {
        open("Tools");
        tools.openTool(tool, arguments);
    }

    @Override
    public void openQuery(String soql) {
        open("SOQL");
    }

    @Override
    public void openObject(String objectName) {
        open("Objects");
    }

    @Override
    public void openMessage(long messageId) {
        open("Traffic");
    }

    @Override
    public void openServers() {
        open("Servers");
    }

    @Override
    public void openConnect(String serverId) {
        open("Connect");
    }

    private void open(String name) {
        for (int i = 0; i < all.size(); i++) {
            if (shell != null && all.get(i).name().equals(name)) {
                shell.open(i);
            }
        }
    }
}
