package dev.orgbench.ui.traffic;

import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.KeyName;
import dev.orgbench.ui.kit.StatePane;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The list or the timeline, the hint of what is new, and below how much there is and whether more can be brought back. */
final class ListPane extends VBox {
    private final TrafficModel model;
    private final TrafficTable table;
    private final Button hint = new Button("", Icons.of(Feather.ARROW_UP));
    private final Label count = new Label();
    private final HBox further = new HBox(8);

    ListPane(TrafficModel model, TrafficTable table, TimelinePane timeline) {
        this.model = model;
        this.table = table;
        hint.getStyleClass().add("new-hint");
        hint.setId("new-hint");
        hint.setOnAction(press -> toNewest());
        StackPane.setAlignment(hint, Pos.TOP_CENTER);
        StackPane.setMargin(hint, new Insets(36, 0, 0, 0));
        StackPane room = new StackPane(table, timeline, hint);
        // The line below keeps its place where the window is low.
        room.setMinHeight(0);
        VBox.setVgrow(room, Priority.ALWAYS);
        further.setAlignment(Pos.CENTER_RIGHT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox footer = new HBox(8, count, gap, further);
        footer.getStyleClass().add("traffic-footer");
        footer.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(room, footer);
        model.waitingProperty().addListener((property, before, now) -> showHint());
        model.pausedProperty().addListener((property, before, now) -> showHint());
        model.shown().addListener((ListChangeListener<Row>) change -> showCount());
        model.earlier().stateProperty().addListener((property, before, now) -> showFurther());
        showHint();
        showFurther();
    }

    private void toNewest() {
        model.pausedProperty().set(false);
        table.scrollToTop();
    }

    private void showHint() {
        int waiting = model.waitingProperty().get();
        hint.setText(String.format(Locale.ROOT, "%,d new", waiting)
                + (model.pausedProperty().get() ? " while paused" : ""));
        hint.setVisible(waiting > 0);
    }

    private void showCount() {
        int listed = model.shown().size();
        count.setText(String.format(Locale.ROOT, "%,d listed", listed));
        if (listed == 0) {
            table.setPlaceholder(placeholder());
        }
    }

    private void showFurther() {
        further.getChildren()
                .setAll(
                        switch (model.earlier().stateProperty().get()) {
                            case Earlier.State.More() -> link("Look further back", model.earlier()::next);
                            case Earlier.State.Loading() -> loading();
                            case Earlier.State.End() ->
                                model.journal().isCleared()
                                        ? link("Cleared: show it again", model::showCleared)
                                        : new Label(end());
                            case Earlier.State.Failed(var problem) ->
                                new HBox(8, new Label(problem.message()), link("Try again", model.earlier()::next));
                        });
        showCount();
    }

    private String end() {
        return model.journal().isFull() ? "Use the filter to see earlier ones" : "That is all that is kept";
    }

    private static Node loading() {
        String what = "Bringing back earlier entries";
        HBox loading = new HBox(8, Icons.turning(what), new Label(what));
        loading.setAlignment(Pos.CENTER_RIGHT);
        return loading;
    }

    private static Button link(String name, Runnable action) {
        Button link = new Button(name);
        link.getStyleClass().addAll("flat", "link-button");
        link.setOnAction(press -> action.run());
        return link;
    }

    private StatePane placeholder() {
        Earlier.State state = model.earlier().stateProperty().get();
        if (state instanceof Earlier.State.Failed(var problem)) {
            return StatePane.failed(problem, model.earlier()::next);
        }
        if (model.journal().isCleared() && model.journal().isEmpty()) {
            return StatePane.empty(
                            Feather.TRASH,
                            "Cleared",
                            "Only this list is empty: nothing was deleted. What happens from now on appears here.")
                    .with("Show it again", model::showCleared);
        }
        if (state instanceof Earlier.State.Loading) {
            return StatePane.loading("Looking through what is kept");
        }
        if (model.filter().isActive()) {
            return StatePane.noMatch("entry", () -> model.filter().reset());
        }
        return StatePane.empty(
                Feather.ACTIVITY,
                "No traffic yet",
                "Run a tool (" + KeyName.inText("1")
                        + "), or connect an MCP client: all it asks appears here as it happens.");
    }
}
