package dev.orgbench.ui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.tools.Tool;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Navigator;
import dev.orgbench.ui.kit.ServerChoice;
import dev.orgbench.ui.shell.PaletteEntry;
import dev.orgbench.ui.shell.Screen;
import dev.orgbench.ui.shell.Shell;
import dev.orgbench.ui.tools.ToolsModel;
import dev.orgbench.ui.tools.ToolsScreen;
import dev.orgbench.ui.traffic.TrafficScreen;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The screens of one org, in the order of their keys, and the ways between them. Each is made when it is first opened. */
final class Screens implements Navigator {
    private final ToolsModel toolsModel;
    private final ToolsScreen tools;
    private final List<Screen> all;
    private @Nullable TrafficScreen traffic;
    private @Nullable Shell shell;

    /** @param desk makes what the screens stand on, given the ways between them */
    Screens(Workbench workbench, Function<Navigator, Desk> desk) {
        Desk on = desk.apply(this);
        ServerChoice.Selected selected =
                Objects.requireNonNull(on.servers().selectedProperty().get(), "an org has a server");
        toolsModel = new ToolsModel(
                selected.client(), () -> tools(workbench, on, selected), on.trace(), on.background(), on.memory());
        tools = new ToolsScreen(toolsModel, on.memory());
        all = List.of(
                new Screen(
                        "Tools", Feather.TOOL, () -> new Screen.View(tools, tools::focusFilter, this::pressOnTools)),
                new Screen("Traffic", Feather.ACTIVITY, () -> {
                    TrafficScreen screen = TrafficScreen.of(on, workbench.version());
                    traffic = screen;
                    return new Screen.View(screen, screen::focusFilter, screen::press);
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
        return toolsModel.loadingProperty().map(loading -> !(loading instanceof ToolsModel.Loading.Failed));
    }

    /** Starts to load what the first screen shows. */
    void load() {
        toolsModel.load();
    }

    /** What the palette finds on the screens. */
    List<PaletteEntry> found() {
        List<PaletteEntry> found = new ArrayList<>();
        for (Screen screen : all) {
            found.add(new PaletteEntry("Screen", screen.name(), "", () -> open(screen.name())));
        }
        return found;
    }

    @Override
    public void openTool(String tool, @Nullable ObjectNode arguments) {
        open("Tools");
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
        if (traffic != null) {
            traffic.show(messageId);
        }
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

    private static List<Tool> tools(Workbench workbench, Desk desk, ServerChoice.Selected selected) {
        return workbench.catalogue()
                .resolve(desk.org().connection(), selected.server().config().scope());
    }

    private boolean pressOnTools(KeyEvent key) {
        if (key.isShortcutDown() && key.getCode() == KeyCode.ENTER) {
            tools.run();
            return true;
        }
        if (key.getCode() == KeyCode.F5) {
            toolsModel.load();
            return true;
        }
        return key.getCode() == KeyCode.ESCAPE && tools.cancel();
    }
}
