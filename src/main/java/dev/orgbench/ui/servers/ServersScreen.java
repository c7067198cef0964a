package dev.orgbench.ui.servers;

import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.FilterField;
import dev.orgbench.ui.kit.ProblemBanner;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The Servers screen: the org's MCP servers, and below what the selected one is and what can be done with it. */
public final class ServersScreen extends VBox {
    /** How often words such as "in 6 h 12 m" are said anew. */
    private static final Duration TICK = Duration.seconds(10);

    private final ServersModel model;
    private final ServerActions actions;
    private final ServerTableView table;
    private final FilterField filter;

    /** @param publicServers the ids of those that a tunnel leads to; set on the screen's thread */
    public ServersScreen(Desk desk, Shelf shelf, ObservableValue<Set<String>> publicServers) {
        model = new ServersModel(shelf, publicServers, desk.background(), desk.feed());
        actions = new ServerActions(model, desk);
        table = new ServerTableView(model, actions);
        filter = new FilterField(
                "server-filter", "Filter: name, scope, state", "Filter servers", model.filterProperty());
        filter.leadTo(table::requestFocus);
        getStyleClass().add("servers-screen");
        ProblemBanner banner = new ProblemBanner();
        model.problemProperty().addListener((property, before, now) -> banner.show(now));
        VBox.setMargin(banner, new Insets(8, 16, 8, 16));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar(), banner, table, new ServerDetail(model, actions));
        Timeline clock = new Timeline(new KeyFrame(TICK, tick -> model.tick()));
        clock.setCycleCount(Animation.INDEFINITE);
        // A screen that is not shown follows nothing.
        sceneProperty().addListener((property, before, now) -> {
            if (now == null) {
                clock.stop();
                model.rest();
            } else {
                model.watch();
                clock.play();
            }
        });
    }

    /** Puts the caret into the filter. */
    public void focusFilter() {
        filter.take();
    }

    /** Opens the form for a new server. */
    public void newServer() {
        actions.make();
    }

    @Override
    public void requestFocus() {
        table.requestFocus();
    }

    private Node bar() {
        Label title = new Label("Servers");
        title.getStyleClass().add("screen-title");
        filter.setPrefWidth(220);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button fresh = new Button("New server");
        fresh.setId("new-server");
        fresh.getStyleClass().add("success");
        fresh.setMinWidth(Region.USE_PREF_SIZE);
        fresh.setOnAction(press -> actions.make());
        HBox bar = new HBox(16, title, filter, gap, fresh);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("screen-bar");
        return bar;
    }
}
