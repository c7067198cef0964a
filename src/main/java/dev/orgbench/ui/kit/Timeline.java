package dev.orgbench.ui.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Bars over a stretch of time, one a line: what ran when, how long, and beside what. Lines are virtual. Arrow keys walk
 * through them.
 */
public final class Timeline extends VBox {
    /** How wide the names are that stand before the bars. */
    static final double NAMES = 340;

    private static final double LINE = 24;
    private static final double INDENT = 18;

    private final ListView<Bar> list = new ListView<>();
    private final TimeAxis axis = new TimeAxis();
    private Consumer<Bar> chosen = bar -> {};
    private Instant from = Instant.EPOCH;
    private Duration span = Duration.ofSeconds(10);
    private boolean showing;

    /** @param name what is shown, for screen readers */
    public Timeline(String name) {
        getStyleClass().add("timeline");
        list.setFixedCellSize(LINE);
        list.setCellFactory(view -> new Cell());
        list.getStyleClass().addAll("edge-to-edge", "timeline-list");
        list.setAccessibleText(name);
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !showing) {
                chosen.accept(now);
            }
        });
        StackPane room = new StackPane(axis.lines(), list);
        VBox.setVgrow(room, Priority.ALWAYS);
        getChildren().addAll(axis, room);
    }

    /**
     * One line.
     *
     * @param id its own
     * @param owner the id of the line that it stands under, or its own
     * @param took null while it goes on
     * @param style the style class of the bar
     * @param told how it ended, in a few words, for tool tips and screen readers
     */
    public record Bar(
            long id,
            long owner,
            String name,
            Instant started,
            @Nullable Duration took,
            String style,
            String told) {
        boolean isUnder() {
            return id != owner;
        }
    }

    /** Shows {@code bars} from top to bottom, over {@code newSpan} from {@code newFrom} on. The selection stays. */
    public void show(List<Bar> bars, Instant newFrom, Duration newSpan) {
        Bar selected = list.getSelectionModel().getSelectedItem();
        from = newFrom;
        span = newSpan;
        axis.show(from, span);
        showing = true;
        list.getItems().setAll(bars);
        showing = false;
        if (selected != null) {
            mark(selected.id());
        }
    }

    /** Selects the line with that id, if it is there, and brings it into sight; tells nobody. */
    public void select(long id) {
        Bar selected = list.getSelectionModel().getSelectedItem();
        if (selected == null || selected.owner() != id) {
            mark(id);
            reveal();
        }
    }

    /** Brings the selected line into sight. */
    public void reveal() {
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 2));
    }

    private void mark(long id) {
        showing = true;
        list.getSelectionModel().clearSelection();
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).id() == id) {
                list.getSelectionModel().select(i);
                break;
            }
        }
        showing = false;
    }

    /** Tells {@code listener} which line the person chose. */
    public void onChosen(Consumer<Bar> listener) {
        chosen = listener;
    }

    /** What stands there while no line does. */
    public void setPlaceholder(Region placeholder) {
        list.setPlaceholder(placeholder);
    }

    @Override
    public void requestFocus() {
        Focus.on(list);
    }

    private double share(Duration part) {
        return (double) part.toMillis() / Math.max(1, span.toMillis());
    }

    private final class Cell extends ListCell<Bar> {
        private final Region indent = new Region();
        private final Label name = new Label();
        private final TimeBar bar = new TimeBar();
        private final HBox line;

        Cell() {
            HBox names = new HBox(indent, name);
            names.getStyleClass().add("timeline-name");
            names.setMinWidth(NAMES);
            names.setMaxWidth(NAMES);
            HBox.setHgrow(bar, Priority.ALWAYS);
            line = new HBox(names, bar);
            line.getStyleClass().add("tool-line");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Bar item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            indent.setMinWidth(item.isUnder() ? INDENT : 0);
            name.setText(item.name());
            name.getStyleClass().setAll("label", "code-text", item.isUnder() ? "muted" : "timeline-call");
            Duration took = item.took();
            double start = share(Duration.between(from, item.started()));
            double end = took == null
                    ? 1
                    : share(Duration.between(from, item.started().plus(took)));
            bar.show(start, end - Math.max(0, start), item.style());
            setGraphic(line);
            setAccessibleText(item.name() + ", " + item.told());
        }
    }
}
