package dev.orgbench.ui.limits;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/**
 * A chart over time: lines with their values, times below, and a place that is pointed at, by mouse or by arrow keys.
 * What is drawn on it is the subclass's.
 */
abstract class Plot extends Pane {
    private static final double LEFT = 44;
    private static final double LABEL_EDGE = 12;
    private static final double RIGHT = 8;
    private static final double TOP = 10;
    private static final double BOTTOM = 22;
    private static final double LABEL_GAP = 8;

    private final List<Line> grid = new ArrayList<>();
    private final List<Label> valueLabels = new ArrayList<>();
    private final List<Label> timeLabels = new ArrayList<>();
    private final ReadOnlyIntegerWrapper pointed = new ReadOnlyIntegerWrapper(-1);
    private final Region pointer = new Region();
    private double left = LEFT;
    private final Instant from;
    private final Instant to;
    private final List<Long> values;
    private final List<Scale.Mark> times;

    Plot(Range range, Instant from, Instant to, long highest, ZoneId zone) {
        this.from = from;
        this.to = to;
        values = Scale.values(highest);
        times = Scale.times(range, from, to, zone);
        getStyleClass().add("plot");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        pointer.getStyleClass().add("plot-pointed");
        pointer.setVisible(false);
        getChildren().add(pointer);
        for (long value : values) {
            Line line = new Line();
            line.getStyleClass().add("plot-grid");
            grid.add(line);
            valueLabels.add(label(Scale.label(value)));
        }
        times.forEach(mark -> timeLabels.add(label(mark.label())));
        getChildren().addAll(grid);
        getChildren().addAll(valueLabels);
        getChildren().addAll(timeLabels);
        setOnMouseMoved(mouse -> pointed.set(nearest(mouse.getX())));
        setOnMouseExited(out -> pointed.set(-1));
        setOnKeyPressed(this::walk);
        pointed.addListener((property, before, now) -> requestLayout());
    }

    /** The place that is pointed at, counted from the left; -1 for none. */
    ReadOnlyIntegerProperty pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    /** How many places can be pointed at. */
    abstract int places();

    /** The time at the middle of a place. */
    abstract Instant at(int place);

    /** Puts what it draws in place. */
    abstract void place();

    /** How wide the mark at a place is. */
    abstract double placeWidth();

    final double x(Instant at) {
        double share = (double) Duration.between(from, at).toMillis()
                / Duration.between(from, to).toMillis();
        return left + share * (getWidth() - left - RIGHT);
    }

    final double y(long value) {
        double share = (double) value / values.getLast();
        return getHeight() - BOTTOM - share * (getHeight() - TOP - BOTTOM);
    }

    final double breadth() {
        return getWidth() - left - RIGHT;
    }

    final Instant begin() {
        return from;
    }

    final Instant end() {
        return to;
    }

    @Override
    protected final void layoutChildren() {
        // Large text needs more room before the lines.
        left = Math.max(
                LEFT,
                valueLabels.stream()
                                .mapToDouble(label -> label.prefWidth(-1))
                                .max()
                                .orElse(0)
                        + LABEL_EDGE);
        for (int i = 0; i < grid.size(); i++) {
            double y = Math.round(y(values.get(i))) + 0.5;
            grid.get(i).setStartX(left);
            grid.get(i).setEndX(getWidth() - RIGHT);
            grid.get(i).setStartY(y);
            grid.get(i).setEndY(y);
            Label label = valueLabels.get(i);
            label.autosize();
            label.relocate(left - LABEL_GAP - label.getWidth(), y - label.getHeight() / 2);
        }
        for (int i = 0; i < times.size(); i++) {
            Label label = timeLabels.get(i);
            label.autosize();
            double x = x(times.get(i).at());
            label.setVisible(x + label.getWidth() / 2 <= getWidth());
            label.relocate(x - label.getWidth() / 2, getHeight() - BOTTOM + 5);
        }
        int marked = pointed.get();
        pointer.setVisible(marked >= 0 && marked < places());
        if (pointer.isVisible()) {
            double width = Math.max(3, placeWidth());
            pointer.resizeRelocate(x(at(marked)) - width / 2, TOP, width, getHeight() - TOP - BOTTOM);
        }
        place();
    }

    private int nearest(double x) {
        int nearest = -1;
        double distance = Math.max(24, placeWidth());
        for (int i = 0; i < places(); i++) {
            double away = Math.abs(x(at(i)) - x);
            if (away < distance) {
                nearest = i;
                distance = away;
            }
        }
        return nearest;
    }

    private void walk(KeyEvent key) {
        int last = places() - 1;
        int next =
                switch (key.getCode()) {
                    case LEFT -> pointed.get() < 0 ? last : Math.max(0, pointed.get() - 1);
                    case RIGHT -> Math.min(last, pointed.get() + 1);
                    case HOME -> 0;
                    case END -> last;
                    default -> Integer.MIN_VALUE;
                };
        if (next != Integer.MIN_VALUE) {
            pointed.set(next);
            key.consume();
        }
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("plot-label");
        return label;
    }
}
