package dev.orgbench.ui.traffic;

import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What an entry did to the limits, and what the client was told of them. Takes no room if nothing was said. */
final class LimitsPane extends VBox {
    private final GridPane grid = new GridPane(16, 4);

    LimitsPane() {
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(120);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        grid.getStyleClass().add("limits-grid");
        getStyleClass().add("limits");
        setMinHeight(USE_PREF_SIZE);
        getChildren().add(grid);
    }

    void show(Limits limits) {
        grid.getChildren().clear();
        limits.use().ifPresent(use -> {
            Label name = new Label("API requests");
            name.getStyleClass().add("limits-use");
            Label value =
                    new Label(use.words() + (use.requests() == 1 ? ", 1 by this" : ", " + use.requests() + " by this"));
            value.getStyleClass().add("limits-use");
            grid.addRow(0, name, value);
        });
        if (!limits.toClient().isEmpty()) {
            Label name = new Label("Told to the client");
            name.getStyleClass().add("limits-use");
            Label value = new Label(limits.toClient().stream()
                    .map(told -> told.name() + " " + told.value())
                    .collect(Collectors.joining("   ")));
            value.getStyleClass().add("code-text");
            value.setWrapText(true);
            value.setMinHeight(USE_PREF_SIZE);
            grid.addRow(1, name, value);
        }
        boolean any = !grid.getChildren().isEmpty();
        setVisible(any);
        setManaged(any);
    }
}
