package dev.orgbench.ui.traffic;

import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.Segments;
import dev.orgbench.ui.kit.StatePane;
import dev.orgbench.ui.kit.Timeline;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Entries as bars by time. Plus and minus zoom, left and right move; so does the wheel with Ctrl. */
final class TimelinePane extends VBox {
    private final TrafficModel list;
    private final TimelineModel model;
    private final Timeline timeline = new Timeline("Entries by time, newest first, each with its exchanges");

    TimelinePane(TrafficModel list, TimelineModel model) {
        this.list = list;
        this.model = model;
        VBox.setVgrow(timeline, Priority.ALWAYS);
        timeline.setId("timeline");
        timeline.setPlaceholder(StatePane.empty(
                Feather.CLOCK, "Nothing ran in this stretch of time", "Go back with the arrow, or zoom out."));
        getChildren().addAll(bar(), timeline);
        timeline.onChosen(bar -> list.shown().stream()
                .filter(row -> row.id() == bar.owner())
                .findFirst()
                .ifPresent(list.selectedProperty()::set));
        list.selectedProperty().addListener((property, before, now) -> {
            if (now != null) {
                timeline.select(now.id());
            }
        });
        model.stretchProperty().addListener((property, before, now) -> show(now));
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        timeline.addEventFilter(ScrollEvent.SCROLL, this::scroll);
    }

    @Override
    public void requestFocus() {
        timeline.requestFocus();
    }

    private void show(TimelineModel.Stretch stretch) {
        timeline.show(stretch.bars(), stretch.from(), stretch.span());
    }

    /** Brings the selected entry into sight. */
    void showSelected() {
        Row selected = list.selectedProperty().get();
        if (selected != null) {
            timeline.select(selected.id());
        }
    }

    private Node bar() {
        Segments<TimelineModel.Zoom> zoom = new Segments<>(
                "How much time is seen", List.of(TimelineModel.Zoom.values()), TimelineModel.Zoom::words);
        zoom.valueProperty().set(model.zoomProperty().get());
        zoom.valueProperty().bindBidirectional(model.zoomProperty());
        model.zoomProperty().addListener((property, before, now) -> timeline.reveal());
        Button back = button(Feather.CHEVRON_LEFT, "Earlier", model::back);
        Button on = button(Feather.CHEVRON_RIGHT, "Later", model::on);
        Button newest = new Button("Newest");
        newest.getStyleClass().add("small");
        newest.setTooltip(new Tooltip("Follow what happens"));
        newest.setOnAction(press -> model.newest());
        Label note = new Label();
        model.stretchProperty().addListener((property, before, now) -> {
            newest.setDisable(now.newest());
            on.setDisable(now.newest());
            note.setText(now.cut() ? "There is more than can be drawn: zoom in" : "");
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(8, new Label("Time span"), zoom, gap, note, back, on, newest);
        bar.getStyleClass().add("timeline-bar");
        return bar;
    }

    private static Button button(Feather icon, String name, Runnable action) {
        Button button = new Button("", Icons.of(icon));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(press -> action.run());
        return button;
    }

    private void press(KeyEvent key) {
        boolean taken = !key.isShortcutDown() && !key.isAltDown() && timeline.isFocusWithin();
        if (taken) {
            switch (key.getCode()) {
                case PLUS, ADD, EQUALS -> model.zoom(-1);
                case MINUS, SUBTRACT -> model.zoom(1);
                case LEFT -> model.back();
                case RIGHT -> model.on();
                default -> taken = false;
            }
        }
        if (taken && key.getCode() != KeyCode.UNDEFINED) {
            key.consume();
        }
    }

    private void scroll(ScrollEvent wheel) {
        if (wheel.isShortcutDown() && wheel.getDeltaY() != 0) {
            model.zoom(wheel.getDeltaY() > 0 ? -1 : 1);
            wheel.consume();
        }
    }
}
