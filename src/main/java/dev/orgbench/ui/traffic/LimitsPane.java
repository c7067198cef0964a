package dev.orgbench.ui.traffic;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What an entry did to the limits, and what the client was told of them. Takes no room if nothing was said. */
final class LimitsPane extends VBox {
    private final GridPane grid = new GridPane(16, 4);

    LimitsPane() {
        Label caption = new Label("LIMITS");
        caption.getStyleClass().add("section-title");
        HBox head = new HBox(caption);
        head.getStyleClass().add("section-head");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(150);
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
        limits.use().ifPresent(use -> {
            Label name = new Label("API requests");
            name.getStyleClass().add("limits-use");
            Label value = new Label(use.words() + (use.requests() == 1 ? ", 1 by this" : ", " + use.requests() + " by this"));
            value.getStyleClass().add("limits-use");
            grid.addRow(0, name, value);
        });
        for (Limits.Told told : limits.toClient()) {
            Label name = code(told.name());
            name.getStyleClass().add("muted");
            grid.addRow(grid.getRowCount(), name, code(told.value()));
        }
        boolean any = !grid.getChildren().isEmpty();
        setVisible(any);
        setManaged(any);
    }

    private static Label code(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("code-text");
        return label;
    }
}
