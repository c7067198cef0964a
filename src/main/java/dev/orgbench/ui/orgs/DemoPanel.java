package dev.orgbench.ui.orgs;

import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.WhileShown;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The demo org's own controls: trouble on purpose, and back to the first day. */
final class DemoPanel extends VBox {
    private final OrgsModel model;

    /**
     * @param expire ends the sessions
     * @param reset asks, and takes the org back to its first day
     */
    DemoPanel(OrgsModel model, Runnable expire, Runnable reset) {
        super(6);
        this.model = model;
        getStyleClass().add("demo-panel");
        Label head = new Label("BREAK THE DEMO ORG ON PURPOSE");
        head.getStyleClass().add("section-title");
        getChildren().add(head);
        GridPane troubles = new GridPane(12, 6);
        for (DemoControls.Trouble trouble : DemoControls.Trouble.values()) {
            add(troubles, trouble);
        }
        getChildren().add(troubles);
        Button expired = new Button("End all sessions", Icons.of(Feather.CLOCK));
        expired.setId("demo-expire");
        expired.getStyleClass().add("small");
        expired.setTooltip(new Tooltip("As after hours without use: the next request is refused and signs in again"));
        expired.setOnAction(press -> expire.run());
        Button first = new Button("Reset to its first day…", Icons.of(Feather.ROTATE_CCW));
        first.setId("demo-reset");
        first.getStyleClass().add("small");
        first.setOnAction(press -> reset.run());
        WhileShown.follow(
                this,
                () -> {
                    expired.setDisable(model.busyProperty().get());
                    first.setDisable(model.busyProperty().get());
                },
                model.busyProperty());
        HBox buttons = new HBox(8, expired, first);
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.getStyleClass().add("demo-buttons");
        getChildren().add(buttons);
    }

    private void add(GridPane grid, DemoControls.Trouble trouble) {
        CheckBox box = new CheckBox(trouble.words());
        box.setId("trouble-" + trouble.name());
        box.setMinWidth(USE_PREF_SIZE);
        box.setAccessibleText(trouble.words() + ": " + trouble.meaning());
        box.setSelected(model.troubles().contains(trouble));
        box.setOnAction(press -> model.set(trouble, box.isSelected()));
        WhileShown.follow(this, () -> box.setSelected(model.troubles().contains(trouble)), model.troubles());
        Label meaning = new Label(trouble.meaning());
        meaning.getStyleClass().add("org-row-facts");
        grid.addRow(grid.getRowCount(), box, meaning);
    }
}
