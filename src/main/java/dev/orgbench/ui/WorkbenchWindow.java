package dev.orgbench.ui;

import dev.orgbench.ui.kit.Background;
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
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;

/** The window. Made and shown on the JavaFX thread; everything it stands on must be up. */
public final class WorkbenchWindow {
    /** A busy feed reaches the screen this often at most: it looks live and leaves frames free for the rest. */
    private static final int FEED_MILLIS = 50;

    private final Workbench workbench;
    private final ToolsModel toolsModel;
    private final ToolsScreen tools;
    private final Shell shell;
    private final Scene scene;

    public WorkbenchWindow(Workbench workbench) {
        this.workbench = workbench;
        Executor screen = Platform::runLater;
        Executor feed = CompletableFuture.delayedExecutor(FEED_MILLIS, TimeUnit.MILLISECONDS, screen);
        Background background = new VirtualThreads(screen);
        StackPane root = new StackPane();
        scene = new Scene(root);
        Theme theme = new Theme(scene, workbench.memory());
        toolsModel = new ToolsModel(
                workbench.client(), workbench.tools(), workbench.trace(), background, workbench.memory());
        tools = new ToolsScreen(toolsModel, workbench.memory());
        TrafficScreen traffic = new TrafficScreen(
                new TrafficModel(workbench.trace(), feed), workbench.memory(), background);
        ShellModel shellModel = new ShellModel(
                workbench.orgName(), workbench.demo(), workbench.url(), workbench.usage(), workbench.trace(), feed);
        ObservableValue<Boolean> serverAnswers =
                toolsModel.loadingProperty().map(loading -> !(loading instanceof ToolsModel.Loading.Failed));
        shell = new Shell(
                shellModel,
                theme,
                List.of(
                        new Screen("Tools", Feather.TOOL, tools, tools::focusFilter),
                        new Screen("Traffic", Feather.ACTIVITY, traffic, traffic::focusFilter)),
                serverAnswers,
                workbench.notices());
        root.getChildren().add(shell);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Shows it where it stood last, and starts to load what it shows. */
    public void show(Stage stage) {
        stage.setTitle("Orgbench · " + workbench.orgName());
        stage.setScene(scene);
        new WindowPlace(workbench.memory()).keep(stage);
        stage.show();
        toolsModel.load();
    }

    /** Before the focused control sees them, as editors take keys for themselves. */
    private void pressed(KeyEvent key) {
        if (act(key)) {
            key.consume();
        }
    }

    private boolean act(KeyEvent key) {
        if (key.isShortcutDown() && !key.isAltDown() && !key.isShiftDown()) {
            switch (key.getCode()) {
                case DIGIT1, NUMPAD1 -> shell.open(0);
                case DIGIT2, NUMPAD2 -> shell.open(1);
                case F -> shell.current().focusFilter().run();
                case ENTER -> {
                    if (shell.current().content() != tools) {
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
        if (key.getCode() == KeyCode.F1) {
            shell.toggleKeys();
            return true;
        }
        if (key.getCode() == KeyCode.F5) {
            toolsModel.load();
            return true;
        }
        return key.getCode() == KeyCode.ESCAPE && (shell.closeKeys() || (shell.current().content() == tools && tools.cancel()));
    }
}
