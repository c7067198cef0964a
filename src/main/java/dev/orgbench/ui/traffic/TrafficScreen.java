package dev.orgbench.ui.traffic;

import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.RememberedSplit;
import dev.orgbench.ui.kit.Segments;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The Traffic screen: every message as it happens, and below what was asked, answered and sent to the org for it. */
public final class TrafficScreen extends VBox {
    private final TrafficModel model;
    private final TextField filter = new TextField();
    private final MessageTable table;

    public TrafficScreen(TrafficModel model, Memory memory, Background background) {
        this.model = model;
        getStyleClass().add("traffic-screen");
        table = new MessageTable(model);
        table.setMinHeight(110);
        MessageDetail detail = new MessageDetail(model, memory, background);
        detail.setMinHeight(140);
        SplitPane split = new RememberedSplit("traffic.detail", Orientation.VERTICAL, 0.42, memory, table, detail);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(bar(), split);
    }

    /** Puts the caret into the filter. */
    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    @Override
    public void requestFocus() {
        table.requestFocus();
    }

    private Node bar() {
        filter.setPromptText("Filter: tool, client, status, text");
        filter.setAccessibleText("Filter messages");
        filter.setId("traffic-filter");
        filter.setPrefWidth(260);
        filter.setMinWidth(120);
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                filter.clear();
                key.consume();
            }
        });
        HBox bar = new HBox(8, filter, which(), gap(), pause(), clear());
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("screen-bar");
        return bar;
    }

    private Node which() {
        Segments<TrafficModel.Which> which =
                new Segments<>("Which messages", List.of(TrafficModel.Which.values()), this::label);
        which.valueProperty().bindBidirectional(model.whichProperty());
        model.errorsProperty().addListener((property, before, now) ->
                which.setChoices(List.of(TrafficModel.Which.values())));
        return which;
    }

    private String label(TrafficModel.Which which) {
        return switch (which) {
            case ALL -> "All";
            case CALLS -> "Calls";
            case ERRORS -> model.errorsProperty().get() == 0 ? "Errors" : "Errors  " + model.errorsProperty().get();
        };
    }

    private Node pause() {
        ToggleButton pause = new ToggleButton("Pause", Icons.of(Feather.PAUSE));
        pause.setId("pause");
        pause.setMinWidth(Region.USE_PREF_SIZE);
        pause.selectedProperty().bindBidirectional(model.pausedProperty());
        pause.setTooltip(new Tooltip("Hold the list still; nothing is lost"));
        Runnable face = () -> {
            boolean paused = model.pausedProperty().get();
            int waiting = model.waitingProperty().get();
            pause.setText(!paused ? "Pause" : waiting == 0 ? "Go on" : "Go on  +" + waiting);
            pause.setGraphic(Icons.of(paused ? Feather.PLAY : Feather.PAUSE));
        };
        model.pausedProperty().addListener((property, before, now) -> face.run());
        model.waitingProperty().addListener((property, before, now) -> face.run());
        return pause;
    }

    private Node clear() {
        Button clear = new Button("Clear", Icons.of(Feather.TRASH));
        clear.setMinWidth(Region.USE_PREF_SIZE);
        clear.setTooltip(new Tooltip("Empty the list"));
        clear.setOnAction(press -> model.clear());
        return clear;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
