package dev.orgbench.ui.traffic;

import dev.orgbench.ui.kit.FilterField;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.KeyName;
import dev.orgbench.ui.kit.Segments;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Above the list: what is listed and how, pause, clear, export. */
final class FilterBar extends HBox {
    private final TrafficModel model;
    private final FilterField text;
    private final Segments<View> view = new Segments<>("How traffic is shown", List.of(View.values()), View::words);

    FilterBar(TrafficModel model, Node export) {
        super(8);
        this.model = model;
        text = new FilterField(
                "traffic-filter",
                "Filter (" + KeyName.inText("F") + ")",
                "Filter by words in names, requests and answers",
                model.filter().textProperty());
        getStyleClass().add("screen-bar");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(text(), which(), new FilterMenu(model), gap, view, pause(), clear(), export);
    }

    /** How entries are shown. */
    enum View {
        LIST("List"),
        TIMELINE("Timeline");

        private final String words;

        View(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    Segments<View> view() {
        return view;
    }

    /** Puts the caret into the filter. */
    void focusText() {
        text.take();
    }

    private Node text() {
        text.setTooltip(new Tooltip("Words in names, requests and answers; all have to be there"));
        text.setPrefWidth(220);
        text.setMinWidth(110);
        return text;
    }

    private Node which() {
        List<TrafficFilter.Which> choices = List.of(TrafficFilter.Which.values());
        Segments<TrafficFilter.Which> which = new Segments<>("Which entries", choices, this::words);
        which.valueProperty().set(model.filter().whichProperty().get());
        which.valueProperty().bindBidirectional(model.filter().whichProperty());
        model.journal().errorsProperty().addListener((property, before, now) -> which.relabel(choices));
        return which;
    }

    private String words(TrafficFilter.Which which) {
        int errors = model.journal().errorsProperty().get();
        return switch (which) {
            case ALL -> "All";
            case CALLS -> "Calls";
            case ERRORS -> errors == 0 ? "Errors" : "Errors  " + errors;
            case SLOW -> "Slow";
        };
    }

    private Node pause() {
        ToggleButton pause = new ToggleButton("Pause", Icons.of(Feather.PAUSE));
        pause.setId("pause");
        pause.setMinWidth(Region.USE_PREF_SIZE);
        pause.setTooltip(new Tooltip("Hold the list still; nothing is lost"));
        pause.selectedProperty().bindBidirectional(model.pausedProperty());
        model.pausedProperty().addListener((property, before, paused) -> {
            pause.setText(paused ? "Go on" : "Pause");
            pause.setGraphic(Icons.of(paused ? Feather.PLAY : Feather.PAUSE));
        });
        return pause;
    }

    private Node clear() {
        Button clear = new Button("", Icons.of(Feather.TRASH));
        clear.getStyleClass().add("icon-button");
        clear.setId("clear");
        clear.setAccessibleText("Clear the list; what is kept stays");
        clear.setTooltip(new Tooltip("Clear the list; what is kept stays"));
        clear.setOnAction(press -> model.clear());
        return clear;
    }
}
