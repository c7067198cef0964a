package dev.orgbench.ui;

import dev.orgbench.gateway.McpServer;
import dev.orgbench.mcp.client.HttpMcpClient;
import dev.orgbench.orgs.Org;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.FileDialogs;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.NativeFileDialogs;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.OwnClient;
import dev.orgbench.ui.kit.ServerChoice;
import dev.orgbench.ui.kit.Theme;
import dev.orgbench.ui.kit.Toasts;
import dev.orgbench.ui.kit.VirtualThreads;
import dev.orgbench.ui.shell.Commands;
import dev.orgbench.ui.shell.Shell;
import dev.orgbench.ui.shell.ShellModel;
import dev.orgbench.ui.shell.TopBar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/** One org's screens in their frame. Kept while other orgs are looked at, so that coming back finds all as it was left. */
final class OrgContents {
    /** A busy feed reaches the screen this often at most: it looks live and leaves frames free for the rest. */
    private static final int FEED_MILLIS = 50;

    private final Screens screens;
    private final Shell shell;
    private final Commands commands;

    /** @param servers the org's, as they are now */
    OrgContents(Workbench workbench, Org org, List<McpServer> servers, Memory memory, Theme theme) {
        Executor screen = Platform::runLater;
        Executor feed = CompletableFuture.delayedExecutor(FEED_MILLIS, TimeUnit.MILLISECONDS, screen);
        VirtualThreads background = new VirtualThreads(screen);
        ServerChoice choice = new ServerChoice(
                org.id(),
                () -> workbench.servers().list(org.id()),
                server -> open(workbench, server),
                background,
                memory);
        choice.show(servers);
        Overlay overlay = new Overlay();
        Toasts toasts = new Toasts();
        FileDialogs files = new NativeFileDialogs(
                () -> overlay.getScene() == null ? null : overlay.getScene().getWindow(), memory);
        screens = new Screens(
                workbench,
                navigator -> new Desk(
                        org,
                        choice,
                        workbench.trace(),
                        background,
                        feed,
                        memory,
                        workbench.drafts(),
                        navigator,
                        overlay,
                        toasts,
                        files,
                        workbench.browser()));
        ShellModel model = new ShellModel(org, choice, new OrgUsage(org), workbench.trace(), feed);
        commands = new Commands(overlay, theme, facts(workbench), screens::found);
        shell = new Shell(
                model,
                new TopBar(model, theme, commands),
                screens.all(),
                overlay,
                toasts,
                screens.serverAnswers(),
                workbench.notices());
        screens.standIn(shell);
    }

    Node node() {
        return shell;
    }

    /** Starts to load what the first screen shows. */
    void load() {
        screens.load();
    }

    /** Does what the key stands for; tells whether it stands for anything. */
    boolean press(KeyEvent key) {
        return commands.press(key) || shell.press(key);
    }

    private static List<Commands.Fact> facts(Workbench workbench) {
        return List.of(
                new Commands.Fact("Data folder", workbench.data().toString()),
                new Commands.Fact("Management API", workbench.gateway().uri().toString()),
                new Commands.Fact("Version", workbench.version()));
    }

    private static Optional<ServerChoice.Selected> open(Workbench workbench, McpServer server) {
        return workbench.servers()
                .token(server.id())
                .map(workbench.gateway()::url)
                .map(url -> new ServerChoice.Selected(
                        server, url, HttpMcpClient.connect(url, OwnClient.NAME, workbench.version(), Map.of())));
    }
}
