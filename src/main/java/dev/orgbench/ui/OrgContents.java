package dev.orgbench.ui;

import dev.orgbench.gateway.McpServer;
import dev.orgbench.mcp.client.Elicitation;
import dev.orgbench.orgs.Org;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.FileDialogs;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.NativeFileDialogs;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.ServerChoice;
import dev.orgbench.ui.kit.ServerQuestions;
import dev.orgbench.ui.kit.Toasts;
import dev.orgbench.ui.orgs.OrgSwitcher;
import dev.orgbench.ui.shell.Commands;
import dev.orgbench.ui.shell.Shell;
import dev.orgbench.ui.shell.ShellModel;
import dev.orgbench.ui.shell.TopBar;
import dev.orgbench.ui.shell.Welcome;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/** One org's screens in their frame. Kept while other orgs are looked at, so that coming back finds all as it was left. */
final class OrgContents {
    private final Desk desk;
    private final Screens screens;
    private final OrgSwitcher switcher;
    private final Shell shell;
    private final Commands commands;

    /** @param servers the org's, as they are now */
    OrgContents(OpenOrgs window, Workbench workbench, Org org, List<McpServer> servers) {
        Memory memory = window.memory();
        Overlay overlay = new Overlay();
        Elicitation questions = new ServerQuestions(overlay, Platform::runLater);
        ServerChoice choice = new ServerChoice(
                org.id(),
                () -> workbench.servers().list(org.id()),
                server -> workbench.client().apply(server, questions),
                window.background(),
                memory);
        choice.show(servers);
        Toasts toasts = new Toasts();
        FileDialogs files = new NativeFileDialogs(
                () -> overlay.getScene() == null ? null : overlay.getScene().getWindow(), memory);
        screens = new Screens(
                workbench,
                window.publicServers(),
                window.otherServers(),
                questions,
                navigator -> new Desk(
                        org,
                        choice,
                        workbench.trace(),
                        window.background(),
                        window.feed(),
                        memory,
                        workbench.drafts(),
                        navigator,
                        overlay,
                        toasts,
                        files,
                        workbench.browser()));
        desk = screens.desk();
        switcher = new OrgSwitcher(window.model(), desk, workbench.orgs(), workbench.signIns(), workbench.secrets());
        ShellModel model =
                new ShellModel(choice, window.publicServers(), new OrgUsage(org), workbench.trace(), window.feed());
        desk.lifetime().keep(model);
        desk.lifetime().keep(choice::close);
        commands = new Commands(
                overlay, window.theme(), facts(workbench), new Jumps(window, workbench, screens, switcher)::all);
        shell = new Shell(
                model,
                new TopBar(model, switcher, window.theme(), commands),
                screens.all(),
                overlay,
                toasts,
                screens.serverAnswers(),
                window.notices());
        screens.standIn(shell);
        shell.onOpen(screen -> memory.put(lastScreen(), screen.name()));
    }

    Node node() {
        return shell;
    }

    /** Opens the screen that was open last, starts to load what it shows, and welcomes who is here for the first time. */
    void load() {
        desk.memory().get(lastScreen()).ifPresent(screens::open);
        screens.load();
        Welcome.openOnce(
                desk.overlay(),
                desk.memory(),
                List.of(
                        new Welcome.Offer(
                                Feather.PLAY,
                                "Call a tool",
                                "A query is filled in: press Run and read the answer.",
                                () -> shell.open(0)),
                        new Welcome.Offer(
                                Feather.CLOUD,
                                "Connect my org",
                                "By the browser, or a pasted session. It stays here.",
                                switcher::connect),
                        new Welcome.Offer(
                                Feather.LINK,
                                "Connect ChatGPT",
                                "Or Claude, Cursor, Codex: steps and settings to copy.",
                                () -> desk.navigator().openConnect(selectedServer()))));
    }

    /** Does what the key stands for; tells whether it stands for anything. */
    boolean press(KeyEvent key) {
        boolean shortcut = key.isShortcutDown() && !key.isAltDown() && !key.isShiftDown();
        if (shortcut && key.getCode() == KeyCode.DIGIT8 && !desk.overlay().isOpen()) {
            switcher.openMenu();
            return true;
        }
        return commands.press(key) || shell.press(key);
    }

    /** The org is gone: its screens follow nothing any more. */
    void close() {
        desk.lifetime().close();
    }

    private String lastScreen() {
        return "screen." + desk.org().id();
    }

    private String selectedServer() {
        ServerChoice.Selected selected = desk.servers().selectedProperty().get();
        return selected == null ? "" : selected.server().id();
    }

    private static List<Commands.Fact> facts(Workbench workbench) {
        return List.of(
                new Commands.Fact("Data folder", workbench.data().toString()),
                new Commands.Fact("Management API", workbench.gateway().uri().toString()),
                new Commands.Fact("Version", workbench.version()));
    }
}
