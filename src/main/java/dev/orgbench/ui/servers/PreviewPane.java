package dev.orgbench.ui.servers;

import dev.orgbench.ui.kit.Badge;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the server would be able to do, kept up while the person chooses: its tools, and those it would not have. */
final class PreviewPane extends VBox {
    private static final PseudoClass OUT_OF_SCOPE = PseudoClass.getPseudoClass("out-of-scope");

    private final Label total = new Label();
    private final ListView<Preview.Line> lines = new ListView<>();

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
        total.setText(preview.total() + " " + preview.abilities());
        lines.getItems().setAll(preview.lines());
    }

    private static final class Cell extends ListCell<Preview.Line> {
        private final Label name = new Label();
        private final Badge kind = new Badge();
        private final HBox line;

        Cell() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            name.getStyleClass().add("preview-name");
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            name.setMinWidth(40);
            line = new HBox(8, name, gap, kind);
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
            name.setText(tool.name());
            name.pseudoClassStateChanged(OUT_OF_SCOPE, !tool.inScope());
            kind.show(tool.kind(), tool.tone());
            setGraphic(line);
            setTooltip(new Tooltip(tool.inScope() ? tool.name() : tool.name() + "\nOut of scope: neither listed nor callable"));
            setAccessibleText(tool.name() + ", " + tool.kind() + (tool.inScope() ? "" : ", out of scope"));
        }
    }
}
