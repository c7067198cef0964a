package dev.orgbench.ui.servers;

import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.ToolName;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the server would be able to do, kept up while the person chooses: its tools, and those it would not have. */
final class PreviewPane extends VBox {
    private static final PseudoClass OUT_OF_SCOPE = PseudoClass.getPseudoClass("out-of-scope");

    private final Label total = new Label();
    private final ListView<Preview.Line> lines = new ListView<>();
    private String sharedWord = "";

    PreviewPane(ServerForm form) {
        super(8);
        getStyleClass().add("preview");
        Label title = new Label("What this URL can do");
        title.getStyleClass().add("field-name");
        total.setId("preview-total");
        total.getStyleClass().add("muted");
        total.setWrapText(true);
        total.setMinHeight(USE_PREF_SIZE);
        lines.setId("preview-tools");
        lines.setAccessibleText("Tools of this server");
        lines.getStyleClass().add("edge-to-edge");
        lines.setFixedCellSize(26);
        lines.setCellFactory(made -> new Cell());
        VBox.setVgrow(lines, Priority.ALWAYS);
        getChildren().addAll(title, total, lines);
        form.previewProperty().addListener((property, before, now) -> show(now));
        show(form.previewProperty().get());
    }

    private void show(Preview preview) {
        sharedWord =
                ToolName.shared(preview.lines().stream().map(Preview.Line::name).toList());
        total.setText(preview.total() + " " + preview.abilities());
        lines.getItems().setAll(preview.lines());
    }

    private final class Cell extends ListCell<Preview.Line> {
        private final ToolName name = new ToolName();
        private final Badge kind = new Badge();
        private final HBox line;

        Cell() {
            HBox.setHgrow(name, Priority.ALWAYS);
            name.getStyleClass().add("preview-name");
            line = new HBox(8, name, kind);
            line.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Preview.@Nullable Line tool, boolean empty) {
            super.updateItem(tool, empty);
            if (empty || tool == null) {
                setGraphic(null);
                setAccessibleText(null);
                setTooltip(null);
                return;
            }
            name.show(tool.name(), sharedWord);
            name.pseudoClassStateChanged(OUT_OF_SCOPE, !tool.inScope());
            kind.show(tool.kind(), tool.tone());
            setGraphic(line);
            setTooltip(new Tooltip(
                    tool.inScope() ? tool.name() : tool.name() + "\nOut of scope: neither listed nor callable"));
            setAccessibleText(tool.name() + ", " + tool.kind() + (tool.inScope() ? "" : ", out of scope"));
        }
    }
}
