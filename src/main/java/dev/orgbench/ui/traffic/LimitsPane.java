package dev.orgbench.ui.traffic;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What an answer said about limits: to the client, and from the org. Takes no room if it said nothing. */
final class LimitsPane extends VBox {
    private final GridPane grid = new GridPane(16, 4);

    LimitsPane() {
        Label caption = new Label("LIMITS IN THE ANSWER");
        caption.getStyleClass().add("section-title");
        HBox head = new HBox(caption);
        head.getStyleClass().add("section-head");
        ColumnConstraints names = new ColumnConstraints();
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        grid.getStyleClass().add("limits-grid");
        getStyleClass().add("limits");
        setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head, grid);
    }

    void show(Limits limits) {
        grid.getChildren().clear();
        int row = 0;
        for (Limits.Line line : limits.toClient()) {
            grid.addRow(row++, code(line.name()), code(line.value()));
        }
        if (limits.fromOrg().isPresent()) {
            Label from = code("Sforce-Limit-Info");
            from.getStyleClass().add("muted");
            Label value = code(limits.fromOrg().get());
            value.getStyleClass().add("muted");
            grid.addRow(row++, from, value);
        }
        setVisible(row > 0);
        setManaged(row > 0);
    }

    private static Label code(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("code-text");
        return label;
    }
}
