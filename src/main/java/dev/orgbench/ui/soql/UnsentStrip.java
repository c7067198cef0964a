package dev.orgbench.ui.soql;

import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.grid.GridModel;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Says that cells changed in an earlier run were not sent, and offers to put them back. Takes no room else. */
final class UnsentStrip extends HBox {
    private final QueryRun run;
    private final Label words = new Label();
    private final Button back = new Button("Put back");

    UnsentStrip(QueryRun run) {
        super(8);
        this.run = run;
        setId("unsent-cells");
        getStyleClass().add("notice");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        back.setId("put-back");
        back.getStyleClass().add("small");
        back.setMinWidth(USE_PREF_SIZE);
        back.setTooltip(new Tooltip("Runs their query again and changes the same cells; nothing is sent"));
        back.setOnAction(press -> run.putBack());
        Button forget = new Button("Forget them");
        forget.setId("forget-unsent");
        forget.getStyleClass().addAll("small", "flat");
        forget.setMinWidth(USE_PREF_SIZE);
        forget.setOnAction(press -> run.kept().forgetWaiting());
        getChildren().addAll(Icons.of(Feather.EDIT_3, "notice-icon"), words, back, forget);
        run.kept().waitingProperty().addListener((property, before, now) -> show());
        run.grid().changedProperty().addListener((property, before, now) -> show());
        run.grid().stateProperty().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        int waiting = run.kept().waitingProperty().get();
        setVisible(waiting > 0);
        setManaged(waiting > 0);
        boolean shown = run.grid().stateProperty().get() instanceof GridModel.State.Shown;
        String cells = waiting == 1 ? "1 changed cell" : waiting + " changed cells";
        words.setText(
                shown
                        ? cells + " of an earlier run: no row here takes " + (waiting == 1 ? "it" : "them") + "."
                        : cells + (waiting == 1 ? " was" : " were") + " not sent before the window was closed.");
        back.setDisable(run.isRunning() || run.grid().changedProperty().get() > 0);
    }
}
