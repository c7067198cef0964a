package dev.orgbench.ui.limits;

import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.Segments;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The line above: which org, how far back, and asking it anew. */
final class LimitsBar extends HBox {
    LimitsBar(LimitsModel model) {
        super(8);
        getStyleClass().add("screen-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label("Limits");
        title.getStyleClass().add("screen-title");
        Label org = new Label(model.orgName());
        org.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        CheckBox auto = new CheckBox("Refresh every 5 minutes");
        auto.setId("limits-auto");
        auto.setTooltip(
                new Tooltip("Ask the org every five minutes while this screen is open: 288 API requests a day"));
        auto.setMinWidth(USE_PREF_SIZE);
        auto.selectedProperty().bindBidirectional(model.autoProperty());
        Button refresh = new Button("Refresh", Icons.of(Feather.REFRESH_CW));
        refresh.setId("limits-refresh");
        refresh.setMinWidth(USE_PREF_SIZE);
        refresh.setTooltip(new Tooltip("Ask the org for its limits (F5). Costs one API request"));
        refresh.setOnAction(press -> model.refresh());
        refresh.disableProperty().bind(model.loadingProperty());
        refresh.textProperty()
                .bind(Bindings.when(model.loadingProperty()).then("Asking…").otherwise("Refresh · 1 request"));
        Segments<Range> range = new Segments<>("How far back", List.of(Range.values()), Range::label);
        range.valueProperty().bindBidirectional(model.rangeProperty());
        getChildren().addAll(title, org, gap, auto, refresh, range);
    }
}
