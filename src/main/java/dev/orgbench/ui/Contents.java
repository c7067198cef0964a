package dev.orgbench.ui;

import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Theme;
import dev.orgbench.ui.kit.VirtualThreads;
import dev.orgbench.ui.shell.Screen;
import dev.orgbench.ui.shell.Shell;
import dev.orgbench.ui.shell.ShellModel;
import dev.orgbench.ui.tools.ToolsModel;
import dev.orgbench.ui.tools.ToolsScreen;
import dev.orgbench.ui.traffic.TrafficModel;
import dev.orgbench.ui.traffic.TrafficScreen;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/** The shell with its screens, and the keys that work on all of them. */
final class Contents {
    /** A busy feed reaches the screen this often at most: it looks live and leaves frames free for the rest. */
    private static final int FEED_MILLIS = 50;

    private final ToolsModel toolsModel;
    private final ToolsScreen tools;
    private final Shell shell;

    Contents(Workbench workbench, Memory memory, Theme theme) {
        Executor screen = Platform::runLater;
        Executor feed = CompletableFuture.delayedExecutor(FEED_MILLIS, TimeUnit.MILLISECONDS, screen);
        Background background = new VirtualThreads(screen);
        toolsModel =
                new ToolsModel(workbench.client(), workbench.tools(), workbench.trace(), background, memory);
        tools = new ToolsScreen(toolsModel, memory);
        ShellModel shellModel = new ShellModel(
                workbench.orgName(), workbench.demo(), workbench.url(), workbench.usage(), workbench.trace(), feed);
        ObservableValue<Boolean> serverAnswers =
                toolsModel.loadingProperty().map(loading -> !(loading instanceof ToolsModel.Loading.Failed));
        shell = new Shell(
                shellModel,
                theme,
                List.of(
                        new Screen("Tools", Feather.TOOL, () -> new Screen.View(tools, tools::focusFilter)),
                        new Screen("Traffic", Feather.ACTIVITY, () -> {
                            TrafficModel model = new TrafficModel(workbench.trace(), feed);
                            TrafficScreen traffic = new TrafficScreen(model, memory, background);
                            return new Screen.View(traffic, traffic::focusFilter);
                        })),
                serverAnswers,
                workbench.notices());
    }

    Node node() {
        return shell;
    }

    void load() {
        toolsModel.load();
    }

    /** Does what the key stands for; tells whether it stands for anything. */
    boolean press(KeyEvent key) {
        if (key.isShortcutDown() && !key.isAltDown() && !key.isShiftDown()) {
            return pressWithShortcut(key.getCode());
        }
        return switch (key.getCode()) {
            case F1 -> {
                shell.toggleKeys();
                yield true;
            }
            case F5 -> {
                toolsModel.load();
                yield true;
            }
            case ESCAPE -> shell.closeKeys() || (shell.current().view().content() == tools && tools.cancel());
            default -> false;
        };
    }

    private boolean pressWithShortcut(KeyCode code) {
        switch (code) {
            case DIGIT1, NUMPAD1 -> shell.open(0);
            case DIGIT2, NUMPAD2 -> shell.open(1);
            case F -> shell.current().view().focusFilter().run();
            case ENTER -> {
                if (shell.current().view().content() != tools) {
                    return false;
                }
                tools.run();
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
