package dev.orgbench.ui;

import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.tools.Tool;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Theme;
import dev.orgbench.ui.kit.VirtualThreads;
import dev.orgbench.ui.kit.form.FormParts;
import dev.orgbench.ui.shell.Commands;
import dev.orgbench.ui.shell.Screen;
import dev.orgbench.ui.shell.Shell;
import dev.orgbench.ui.shell.ShellModel;
import dev.orgbench.ui.shell.TopBar;
import dev.orgbench.ui.shell.UsageFeed;
import dev.orgbench.ui.tools.OtherServers;
import dev.orgbench.ui.tools.ToolSources;
import dev.orgbench.ui.tools.ToolsScreen;
import dev.orgbench.ui.traffic.TrafficScreen;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;

/** The frame with Tools and Traffic, on a client and a trace that a test gives. */
public record FakeWindow(
        McpClient client, Supplier<List<Tool>> origins, UsageFeed usage, Trace trace, Memory memory, Path calls) {
    /** With a folder of saved calls that is not there. */
    public FakeWindow(McpClient client, Supplier<List<Tool>> origins, UsageFeed usage, Trace trace, Memory memory) {
        this(client, origins, usage, trace, memory, Path.of("no-such-folder", "calls"));
    }

    /** Shows it. On the JavaFX thread. */
    public void show(Stage stage, String... notices) {
        Executor feed = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS, Platform::runLater);
        Desk desk = FakeDesk.on(client, trace, new VirtualThreads(Platform::runLater), feed, memory);
        ToolsScreen tools = ToolsScreen.of(
                desk,
                new ToolSources(
                        server -> origins.get(),
                        server -> List.of(),
                        null,
                        null,
                        address -> client,
                        new OtherServers(new FakeSecrets(), desk.background(), told -> {}),
                        FormParts.PLAIN.soqlEditor()),
                calls);
        StackPane root = new StackPane();
        Scene scene = new Scene(root);
        Theme theme = new Theme(scene, memory);
        Commands commands = new Commands(desk.overlay(), theme, List.of(), List::of);
        ShellModel shellModel =
                new ShellModel(desk.servers(), new SimpleObjectProperty<>(Set.of()), usage, trace, feed);
        Shell shell = new Shell(
                shellModel,
                new TopBar(shellModel, new Label(desk.org().label()), theme, commands),
                List.of(
                        new Screen(
                                "Tools", Feather.TOOL, () -> new Screen.View(tools, tools::focusFilter, tools::press)),
                        new Screen("Traffic", Feather.ACTIVITY, () -> {
                            TrafficScreen traffic = TrafficScreen.of(desk, "0.1.0");
                            return new Screen.View(traffic, traffic::focusFilter, traffic::press);
                        })),
                desk.overlay(),
                desk.toasts(),
                new SimpleBooleanProperty(true),
                FXCollections.observableArrayList(notices));
        root.getChildren().setAll(shell);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (commands.press(key) || shell.press(key)) {
                key.consume();
            }
        });
        stage.setScene(scene);
        new WindowPlace(memory).keep(stage);
        stage.show();
        tools.load();
    }
}
