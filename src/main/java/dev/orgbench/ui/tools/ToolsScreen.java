package dev.orgbench.ui.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.tools.sources.FolderWatch;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.RememberedSplit;
import dev.orgbench.ui.kit.StatePane;
import dev.orgbench.ui.kit.Toasts;
import dev.orgbench.ui.kit.form.FormParts;
import dev.orgbench.ui.kit.form.Suggestions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The Tools screen: a server's tools and the saved calls on the left, the chosen tool on the right. */
public final class ToolsScreen extends StackPane {
    private final ToolsModel model;
    private final ToolBench bench;
    private final Toasts toasts;
    private final Runnable openServers;
    private final ToolList list;
    private final StackPane place = new StackPane();
    /** One view for each tool that was looked at, so that coming back finds it as it was left. */
    private final Map<ToolCall, ToolDetail> details = new HashMap<>();

    private final List<FolderWatch> watches = new ArrayList<>();

    private ToolsScreen(Desk desk, ToolsModel model, ToolBench bench) {
        this.model = model;
        this.bench = bench;
        this.toasts = desk.toasts();
        this.openServers = desk.navigator()::openServers;
        list = new ToolList(
                model,
                new ServerPicker(model.connections(), desk.overlay(), openServers),
                new ChangesStrip(model, desk.overlay()),
                new SavedCallsPane(
                        bench.saved(),
                        desk.overlay(),
                        desk.org(),
                        call -> openTool(call.tool(), call.arguments()),
                        this::runSaved));
        FaultyStrip faulty = new FaultyStrip(bench, model.connections().currentProperty());
        list.addStrip(faulty);
        model.loadingProperty().addListener((property, before, now) -> {
            if (!(now instanceof ToolsModel.Loading.UnderWay)) {
                faulty.refresh();
            }
        });
        list.setMinWidth(220);
        place.setMinWidth(420);
        SplitPane split = new RememberedSplit("tools.list", Orientation.HORIZONTAL, 0.285, bench.memory(), list, place);
        getStyleClass().add("tools-screen");
        getChildren().add(split);
        model.chosenProperty().addListener((property, before, now) -> showChosen());
        model.loadingProperty().addListener((property, before, now) -> showChosen());
        showChosen();
    }

    /**
     * The screen of a desk's org.
     *
     * @param calls the folder of saved calls, which need not be there yet
     */
    public static ToolsScreen of(Desk desk, ToolSources sources, Path calls) {
        Memory memory = desk.memory();
        Connections connections = new Connections(
                desk.servers(), sources.origins(), sources.missing(), sources.opener(), sources.others());
        desk.lifetime().keep(connections);
        ToolsModel model =
                new ToolsModel(desk.org().id(), connections, desk.trace(), desk.background(), memory, desk.drafts());
        desk.lifetime().keep(new ChangesWatch(connections, desk.feed(), model::load));
        SavedCallsModel saved = new SavedCallsModel(new SavedCalls(calls), desk.background());
        ToolBench bench = new ToolBench(
                desk.org(),
                desk.trace(),
                memory,
                desk.background(),
                desk.drafts(),
                desk.overlay(),
                desk.toasts(),
                tool -> new FormParts(
                        sources.schema() == null
                                ? Suggestions.NONE
                                : new OrgSuggestions(sources.schema(), Platform::runLater, tool),
                        sources.soqlEditor()),
                saved,
                sources.definitions(),
                model::load);
        ToolsScreen screen = new ToolsScreen(desk, model, bench);
        screen.watch(calls, saved::refresh);
        if (sources.definitions() != null) {
            screen.watch(sources.definitions().folder(), screen::definitionsChanged);
        }
        return screen;
    }

    /** Puts the caret into the filter. */
    public void focusFilter() {
        list.focusFilter();
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    /** Asks the server for its tools, now and again whenever it may have others. */
    public void load() {
        model.load();
        bench.saved().refresh();
    }

    /** Whether Orgbench's own MCP server answered when it was last asked. */
    public ObservableValue<Boolean> serverAnswers() {
        return model.ownAnswersProperty();
    }

    /** The tools that are listed, by name. */
    public List<String> tools() {
        return model.names();
    }

    /**
     * Opens a tool of the selected server. Arguments that stood in its form are offered back.
     *
     * @param arguments put into its form; null leaves what stands there
     */
    public void openTool(String tool, @Nullable ObjectNode arguments) {
        model.open(tool, arguments, this::opened);
    }

    /** Does what the key stands for; tells whether it stands for anything. */
    public boolean press(KeyEvent key) {
        if (key.isShortcutDown() && key.getCode() == KeyCode.ENTER) {
            run();
            return true;
        }
        if (key.getCode() == KeyCode.F5) {
            load();
            return true;
        }
        return key.getCode() == KeyCode.ESCAPE && cancel();
    }

    /** Runs the chosen tool's call. */
    public void run() {
        if (detail() instanceof ToolDetail detail) {
            detail.run();
        }
    }

    /** Cancels the call under way; tells whether there was one. */
    public boolean cancel() {
        ToolCall call = model.chosenProperty().get();
        if (call == null || !call.isRunning()) {
            return false;
        }
        call.cancel();
        return true;
    }

    private void runSaved(SavedCall saved) {
        model.open(saved.tool(), saved.arguments(), opened -> {
            opened(opened);
            if (opened instanceof ToolsModel.Opened.Shown) {
                run();
            }
        });
    }

    private void opened(ToolsModel.Opened opened) {
        switch (opened) {
            case ToolsModel.Opened.Unknown(String tool, String server) ->
                toasts.say(server.isEmpty() ? "No server runs" : server + " has no tool " + tool);
            case ToolsModel.Opened.Shown(ToolCall call, Runnable undo) -> {
                show(call);
                if (undo != null) {
                    toasts.say("The form was filled anew", "Undo", () -> {
                        undo.run();
                        show(call);
                    });
                }
            }
        }
    }

    private void show(ToolCall call) {
        ToolDetail detail = details.get(call);
        if (detail != null) {
            detail.showForm();
        }
    }

    private void definitionsChanged() {
        model.load();
        details.values().forEach(ToolDetail::refreshDefinition);
    }

    /** Looks at a folder while the screen is shown. */
    private void watch(Path folder, Runnable changed) {
        FolderWatch watch = new FolderWatch(folder, () -> Platform.runLater(changed));
        watches.add(watch);
        sceneProperty().addListener((property, before, now) -> {
            if (now == null) {
                watch.stop();
            } else {
                watch.start();
            }
        });
    }

    private Node detail() {
        return place.getChildren().getFirst();
    }

    /** A tool that was made anew, as when its definition was saved, is shown where one was. 0 if it was not shown. */
    private int tabOfItsForerunner(ToolCall call) {
        return details.entrySet().stream()
                .filter(shown -> !shown.getKey().equals(call)
                        && shown.getValue().getParent() != null
                        && shown.getKey().tool().name().equals(call.tool().name()))
                .map(shown -> shown.getValue().tab())
                .findFirst()
                .orElse(0);
    }

    private void showChosen() {
        ToolCall call = model.chosenProperty().get();
        if (call != null) {
            int tab = tabOfItsForerunner(call);
            details.keySet().removeIf(other -> !model.isListed(other));
            ToolDetail detail = details.computeIfAbsent(call, made -> new ToolDetail(made, bench));
            if (tab > 0) {
                detail.openTab(tab);
            }
            place.getChildren().setAll(detail);
            return;
        }
        place.getChildren()
                .setAll(
                        switch (model.loadingProperty().get()) {
                            case ToolsModel.Loading.UnderWay loading ->
                                StatePane.loading("Asking the server for its tools");
                            case ToolsModel.Loading.Failed(Problem problem) -> StatePane.failed(problem, model::again);
                            case ToolsModel.Loading.NoServer none ->
                                StatePane.empty(
                                                Feather.SERVER,
                                                "No server runs",
                                                "Make one, or renew one that ended: it is what has tools.")
                                        .with("Open Servers", openServers);
                            case ToolsModel.Loading.Done done ->
                                StatePane.empty(
                                                Feather.TOOL,
                                                "This server has no tools",
                                                "Its scope allows none of the org’s tools. Widen the scope, then load the list again.")
                                        .with("Load again", model::load);
                        });
    }
}
