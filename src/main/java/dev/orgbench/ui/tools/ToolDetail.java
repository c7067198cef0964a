package dev.orgbench.ui.tools;

import com.fasterxml.jackson.core.JsonPointer;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.CodeViewer;
import dev.orgbench.ui.kit.CopyButton;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Language;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.RememberedSplit;
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

/** One tool: its name, what can be done with it in tabs, and below the answer to its last call. */
final class ToolDetail extends VBox {
    private static final JsonPointer NEXT_CURSOR = JsonPointer.compile("/next_cursor");

    private final Background background;
    private final CallPane callPane;
    private final TabPane tabs = new TabPane();

    ToolDetail(ToolCall call, Memory memory, Background background) {
        this.background = background;
        callPane = new CallPane(call);
        getStyleClass().add("tool-detail");
        Tab callTab = tab("Call", callPane);
        tabs.getTabs().add(callTab);
        tabs.getTabs().add(lazy("Schema", () -> code(
                Language.JSON, "The entry of tools/list, exactly as the model gets it", JsonText.pretty(call.tool().descriptor()))));
        String definition = call.tool().definition();
        if (definition != null) {
            tabs.getTabs().add(lazy("Definition", () -> code(
                    Language.YAML, "The definition that this tool was made from", definition)));
        }
        HistoryPane history = new HistoryPane(call, background, () -> {
            callPane.rebuild();
            tabs.getSelectionModel().select(callTab);
        });
        Tab historyTab = tab("History", history);
        historyTab.selectedProperty().addListener((property, before, now) -> {
            if (now) {
                history.refresh();
            }
        });
        tabs.getTabs().add(historyTab);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("line-tabs");
        tabs.setMinHeight(120);
        AnswerPane answer = new AnswerPane(call, background, this::run, cursor -> {
            call.form().put(NEXT_CURSOR, JsonText.NODES.textNode(cursor));
            callPane.rebuild();
            run();
        });
        answer.setMinHeight(120);
        SplitPane split = new RememberedSplit("tools.answer", Orientation.VERTICAL, 0.55, memory, tabs, answer);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(head(call), split);
    }

    void run() {
        tabs.getSelectionModel().selectFirst();
        callPane.run();
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
        head.widthProperty().addListener((property, before, now) ->
                name.setMinWidth(Math.min(name.prefWidth(-1), Math.max(120, now.doubleValue() - 120))));
        return head;
    }

    private static Tab tab(String name, Node content) {
        return new Tab(name, content);
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
        CodeViewer code = new CodeViewer(language, what, background);
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
