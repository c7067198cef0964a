package dev.orgbench.ui.tools;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.tools.OwnDefinitions;
import dev.orgbench.trace.Message;
import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.CodeViewer;
import dev.orgbench.ui.kit.CopyButton;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Language;
import dev.orgbench.ui.kit.RememberedSplit;
import dev.orgbench.ui.kit.form.Written;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One tool: its name, what can be done with it in tabs, and below the answer to its last call. */
final class ToolDetail extends VBox {
    private static final JsonPointer NEXT_CURSOR = JsonPointer.compile("/next_cursor");

    private final ToolBench bench;
    private final CallPane callPane;
    private final TabPane tabs = new TabPane();
    private final @Nullable DefinitionModel definition;

    ToolDetail(ToolCall call, ToolBench bench) {
        this.bench = bench;
        callPane = new CallPane(call, bench);
        definition = definition(call.tool());
        getStyleClass().add("tool-detail");
        tabs.getTabs().add(new Tab("Call", callPane));
        tabs.getTabs()
                .add(lazy(
                        "Schema",
                        () -> code(
                                Language.JSON,
                                "The entry of tools/list, exactly as the model gets it",
                                JsonText.pretty(call.tool().descriptor()))));
        if (call.tool().definition() != null) {
            tabs.getTabs()
                    .add(lazy(
                            "Definition",
                            () -> definitionPane(call.tool(), call.tool().definition())));
        }
        tabs.getTabs().add(history(call));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("line-tabs");
        tabs.setMinHeight(120);
        AnswerPane answer = new AnswerPane(call, bench.background(), this::run, cursor -> {
            call.form().put(NEXT_CURSOR, JsonText.NODES.textNode(cursor));
            callPane.rebuild();
            run();
        });
        answer.setMinHeight(120);
        SplitPane split = new RememberedSplit("tools.answer", Orientation.VERTICAL, 0.55, bench.memory(), tabs, answer);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(head(call), split);
    }

    void run() {
        tabs.getSelectionModel().selectFirst();
        callPane.run();
    }

    /** Which tab is open, by its place. */
    int tab() {
        return tabs.getSelectionModel().getSelectedIndex();
    }

    void openTab(int tab) {
        tabs.getSelectionModel().select(tab);
    }

    /** Shows the form with what the model holds now. */
    void showForm() {
        callPane.rebuild();
        tabs.getSelectionModel().selectFirst();
    }

    /** The definition files may have changed. */
    void refreshDefinition() {
        if (definition != null) {
            definition.refresh();
        }
    }

    private Tab history(ToolCall call) {
        HistoryModel model = new HistoryModel(call.tool().name(), bench.org().id(), bench.trace(), bench.background());
        HistoryPane[] pane = new HistoryPane[1];
        pane[0] = new HistoryPane(
                model,
                bench.overlay(),
                bench.background(),
                message -> with(pane[0], message, arguments -> {
                    Written before = call.form().written();
                    call.form().load(arguments);
                    showForm();
                    if (!before.isEmpty() && !before.equals(call.form().written())) {
                        bench.toasts().say("Arguments taken from history", "Undo", () -> {
                            call.form().restore(before);
                            callPane.rebuild();
                        });
                    }
                }),
                message -> with(pane[0], message, callPane::again));
        Tab tab = new Tab("History", pane[0]);
        tab.selectedProperty().addListener((property, before, now) -> {
            if (now) {
                pane[0].refresh();
            }
        });
        call.stateProperty().addListener((property, before, now) -> {
            if (tab.isSelected() && !(now instanceof ToolCall.State.Running)) {
                pane[0].refresh();
            }
        });
        return tab;
    }

    private static void with(HistoryPane pane, Message message, Consumer<ObjectNode> action) {
        try {
            action.accept(ToolCall.arguments(message));
        } catch (JsonText.Malformed e) {
            pane.complain(e);
        }
    }

    private @Nullable DefinitionModel definition(ToolEntry tool) {
        OwnDefinitions own = bench.definitions();
        return own == null || tool.definition() == null
                ? null
                : new DefinitionModel(own, bench.drafts(), bench.background(), bench.reload());
    }

    private Node definitionPane(ToolEntry tool, @Nullable String text) {
        if (definition == null) {
            return code(Language.YAML, "The definition that this tool was made from", text == null ? "" : text);
        }
        definition.openTool(tool.name());
        return new DefinitionPane(definition, bench.overlay(), bench.org());
    }

    private static Node head(ToolCall call) {
        Label name = new Label(call.tool().name());
        name.getStyleClass().add("tool-title");
        Badge kind = new Badge(call.tool().kind().word(), call.tool().kind().tone());
        Label brief = new Label(call.tool().brief());
        brief.getStyleClass().add("muted");
        Tooltip whole = new Tooltip(call.tool().description());
        whole.setWrapText(true);
        whole.setMaxWidth(480);
        brief.setTooltip(whole);
        brief.setMinWidth(0);
        HBox.setHgrow(brief, Priority.SOMETIMES);
        HBox head = new HBox(10, name, kind, brief);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("tool-head");
        // The name goes before the description, but never pushes the badge out.
        head.widthProperty()
                .addListener((property, before, now) ->
                        name.setMinWidth(Math.min(name.prefWidth(-1), Math.max(120, now.doubleValue() - 120))));
        return head;
    }

    /** A tab whose content is made when it is first opened. */
    private static Tab lazy(String name, Supplier<Node> content) {
        Tab tab = new Tab(name);
        tab.selectedProperty().addListener((property, before, now) -> {
            if (now && tab.getContent() == null) {
                tab.setContent(content.get());
            }
        });
        return tab;
    }

    private Node code(Language language, String what, String text) {
        CodeViewer code = new CodeViewer(language, what, bench.background());
        code.show(text);
        Label caption = new Label(what);
        caption.getStyleClass().add("muted");
        HBox.setHgrow(caption, Priority.ALWAYS);
        caption.setMaxWidth(Double.MAX_VALUE);
        HBox bar = new HBox(8, caption, new CopyButton("Copy", "Copy this text", () -> text));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("pane-bar");
        StackPane room = new StackPane(code);
        VBox.setVgrow(room, Priority.ALWAYS);
        return new VBox(bar, room);
    }
}
